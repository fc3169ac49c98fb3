package co.tambo.auth.internal.providers;

import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.StringTokenizer;
import org.jspecify.annotations.Nullable;

/** Reads lists of words, which providers write as an array or as one text. */
final class ClaimWords {

  private ClaimWords() {}

  /** Returns the texts of an array, or the words of one text; anything else has none. */
  static Set<String> of(@Nullable Object value, String separators) {
    Set<String> words = new LinkedHashSet<>();
    if (value instanceof String text) {
      StringTokenizer tokens = new StringTokenizer(text, separators);
      tokens.asIterator().forEachRemaining(word -> words.add((String) word));
    } else if (value instanceof Collection<?> items) {
      items.forEach(
          item -> {
            if (item instanceof String word && !word.isBlank()) {
              words.add(word);
            }
          });
    }
    return words.isEmpty() ? Set.of() : Collections.unmodifiableSet(words);
  }

  /** Returns roles, which may be separated by blanks or commas. */
  static Set<String> roles(@Nullable Object value) {
    return of(value, " ,");
  }
}
