package co.tambo.auth.testing;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What stands behind the placeholders of a recorded case.
 *
 * @param apiKey for {@code <api-key>}
 * @param token for {@code <jwt>}, and for a token that the recording cut off
 */
record SetUp(String apiKey, String token) {

  /** Makes the set-up of a case in the lab. */
  @FunctionalInterface
  interface Recipe {
    SetUp in(Lab lab) throws Exception;
  }

  /** Makes a token in the lab. */
  @FunctionalInterface
  interface Token {
    String in(Lab lab) throws Exception;
  }

  /** Recipes by the beginning of a case's title. */
  static final class Table {

    private final Map<String, Recipe> recipes = new LinkedHashMap<>();

    Table row(Recipe recipe, String... cases) {
      for (String one : cases) {
        recipes.put(one, recipe);
      }
      return this;
    }

    Table all(Table other) {
      recipes.putAll(other.recipes);
      return this;
    }

    Recipe of(RecordedCase recorded) {
      return recipes.entrySet().stream()
          .filter(
              row ->
                  recorded.title().startsWith(row.getKey() + " ")
                      || recorded.title().startsWith(row.getKey() + ":"))
          .map(Map.Entry::getValue)
          .findFirst()
          .orElseThrow(() -> new AssertionError("no set-up for " + recorded.title()));
    }
  }
}
