package co.tambo.auth;

import java.nio.charset.StandardCharsets;
import java.util.function.Supplier;

/** On whose behalf Tambo is called: exactly one of a bearer token and a user key. */
sealed interface TamboIdentity {

  /**
   * A user whose token Tambo issues.
   *
   * @param token gives the token, or throws a {@link TamboTokenException}
   */
  record Bearer(Supplier<TamboToken> token) implements TamboIdentity {
    @Override
    public String toString() {
      return "Bearer[****]";
    }
  }

  /** A user whom this server vouches for. */
  record UserKey(String value) implements TamboIdentity {

    private static final String RESERVED = "oauth:user:";

    /**
     * Refuses what Tambo would take for somebody else: nothing at all, or, after it has trimmed the
     * blanks, a user who came by token.
     */
    public UserKey {
      String trimmed = trimmedAsTamboDoes(value);
      if (trimmed.isEmpty()
          || trimmed.startsWith(RESERVED)
          || trimmed.chars().anyMatch(Character::isISOControl)
          || !StandardCharsets.UTF_8.newEncoder().canEncode(trimmed)) {
        throw new IllegalArgumentException("not a user key that can be given to Tambo");
      }
    }

    /** JavaScript also trims the blanks that Java's {@code strip} leaves, such as U+00A0. */
    private static String trimmedAsTamboDoes(String value) {
      int start = 0;
      int end = value.length();
      while (start < end && isBlank(value.charAt(start))) {
        start++;
      }
      while (end > start && isBlank(value.charAt(end - 1))) {
        end--;
      }
      return value.substring(start, end);
    }

    private static boolean isBlank(char c) {
      return Character.isWhitespace(c) || Character.isSpaceChar(c) || c == '\uFEFF';
    }

    @Override
    public String toString() {
      return "UserKey[****]";
    }
  }
}
