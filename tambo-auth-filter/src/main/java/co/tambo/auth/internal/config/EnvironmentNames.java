package co.tambo.auth.internal.config;

import java.util.List;
import java.util.Locale;

/** MicroProfile Config's rule for the names of environment variables. */
final class EnvironmentNames {

  private EnvironmentNames() {}

  /** Returns the variables that can hold a key, the first that exists wins. */
  static List<String> candidates(String key) {
    return List.of(key, underscored(key), of(key));
  }

  /** Returns the usual variable of a key, {@code TAMBO_API_KEY} for {@code tambo.api-key}. */
  static String of(String key) {
    return underscored(key).toUpperCase(Locale.ROOT);
  }

  private static String underscored(String key) {
    StringBuilder name = new StringBuilder(key);
    for (int i = 0; i < name.length(); i++) {
      if (!isAsciiAlphanumeric(name.charAt(i))) {
        name.setCharAt(i, '_');
      }
    }
    return name.toString();
  }

  private static boolean isAsciiAlphanumeric(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
  }
}
