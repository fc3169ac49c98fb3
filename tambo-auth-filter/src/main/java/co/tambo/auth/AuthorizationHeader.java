package co.tambo.auth;

import java.nio.charset.StandardCharsets;
import java.util.List;

/** Reads the bearer token of an {@code Authorization} header (RFC 6750 section 2.1). */
final class AuthorizationHeader {

  private static final String SCHEME = "bearer";
  private static final byte[] NO_B64TOKEN = allBut("-._~+/");
  private static final byte[] NO_TOKEN = allBut("!#$%&'*+-.^_`|~");

  private AuthorizationHeader() {}

  /**
   * Returns the credential of the header's lines.
   *
   * @param longest how long a token may be; a longer one is not looked through
   */
  static Credential read(List<String> lines, int longest) {
    if (lines.isEmpty()) {
      return new Credential.None();
    }
    return lines.size() == 1
        ? read(withoutBlanksAround(lines.get(0)), longest)
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

  private static Credential read(String line, int longest) {
    int end = schemeEnd(line);
    if (end != SCHEME.length() || !line.regionMatches(true, 0, SCHEME, 0, end)) {
      return new Credential.None();
    }
    int start = end;
    while (start < line.length() && line.charAt(start) == ' ') {
      start++;
    }
    return start > end
        ? token(line.substring(start), longest)
        : new Credential.Unusable(AuthError.CREDENTIAL_MALFORMED);
  }

  /**
   * Returns the token that a text is, which must be a b64token or too long to be looked through.
   */
  static Credential token(String text, int longest) {
    if (text.length() > longest) {
      return new Credential.Token(text, false);
    }
    byte[] characters = text.getBytes(StandardCharsets.ISO_8859_1);
    if (EightAtOnce.areOfJws(characters)) {
      return Credential.Token.of(text, characters);
    }
    return isB64Token(text)
        ? new Credential.Token(text, false)
        : new Credential.Unusable(AuthError.CREDENTIAL_MALFORMED);
  }

  /** Returns where the scheme, an RFC 9110 token, ends. */
  private static int schemeEnd(String line) {
    int end = 0;
    while (end < line.length() && marks(NO_TOKEN, line.charAt(end)) == 0) {
      end++;
    }
    return end;
  }

  /**
   * Returns whether a text is a b64token: at least one character, and {@code =} at its end only.
   */
  static boolean isB64Token(String text) {
    int end = text.length();
    while (end > 0 && text.charAt(end - 1) == '=') {
      end--;
    }
    int marks = 0;
    for (int i = 0; i < end; i++) {
      marks |= marks(NO_B64TOKEN, text.charAt(i));
    }
    return end > 0 && marks == 0;
  }

  /** Returns 0 for a character that a table does not mark; beyond Latin-1 all are marked. */
  private static int marks(byte[] marked, char c) {
    return c >> 8 | marked[c & 0xFF];
  }

  /**
   * Marks all of Latin-1 but the letters, the digits and these, so that characters are looked up
   * without a branch.
   */
  private static byte[] allBut(String others) {
    byte[] marked = new byte[256];
    for (char c = 0; c < marked.length; c++) {
      boolean letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
      boolean kept = letter || (c >= '0' && c <= '9') || others.indexOf(c) >= 0;
      marked[c] = (byte) (kept ? 0 : 1);
    }
    return marked;
  }
}
