package co.tambo.auth;

import java.util.List;

/** Reads the bearer token of an {@code Authorization} header (RFC 6750 section 2.1). */
final class AuthorizationHeader {

  private static final String SCHEME = "bearer";

  private AuthorizationHeader() {}

  /** Returns the credential of the header's lines. */
  static Credential read(List<String> lines) {
    if (lines.isEmpty()) {
      return new Credential.None();
    }
    return lines.size() == 1
        ? read(withoutBlanksAround(lines.get(0)))
        : new Credential.Unusable(AuthError.CREDENTIALS_CONFLICT);
  }

  /**
   * Blanks around a field's value are no part of it (RFC 9110 section 5.5); some servers keep them.
   */
  private static String withoutBlanksAround(String line) {
    int start = 0;
    int end = line.length();
    while (start < end && isBlank(line.charAt(start))) {
      start++;
    }
    while (start < end && isBlank(line.charAt(end - 1))) {
      end--;
    }
    return line.substring(start, end);
  }

  private static boolean isBlank(char c) {
    return c == ' ' || c == '\t';
  }

  private static Credential read(String line) {
    int end = schemeEnd(line);
    if (end != SCHEME.length() || !line.regionMatches(true, 0, SCHEME, 0, end)) {
      return new Credential.None();
    }
    int start = end;
    while (start < line.length() && line.charAt(start) == ' ') {
      start++;
    }
    String token = line.substring(start);
    return start > end && isB64Token(token)
        ? new Credential.Token(token, false)
        : new Credential.Unusable(AuthError.CREDENTIAL_MALFORMED);
  }

  /** Returns where the scheme, an RFC 9110 token, ends. */
  private static int schemeEnd(String line) {
    int end = 0;
    while (end < line.length() && isTokenCharacter(line.charAt(end))) {
      end++;
    }
    return end;
  }

  private static boolean isTokenCharacter(char c) {
    return isLetterOrDigit(c) || "!#$%&'*+-.^_`|~".indexOf(c) >= 0;
  }

  /**
   * Returns whether a text is a b64token: at least one character, and {@code =} at its end only.
   */
  static boolean isB64Token(String text) {
    int end = text.length();
    while (end > 0 && text.charAt(end - 1) == '=') {
      end--;
    }
    for (int i = 0; i < end; i++) {
      char c = text.charAt(i);
      if (!isLetterOrDigit(c) && "-._~+/".indexOf(c) < 0) {
        return false;
      }
    }
    return end > 0;
  }

  private static boolean isLetterOrDigit(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
  }
}
