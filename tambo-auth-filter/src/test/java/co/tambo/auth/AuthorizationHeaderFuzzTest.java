package co.tambo.auth;

import static org.junit.jupiter.api.Assertions.assertEquals;

import co.tambo.auth.Credential.None;
import co.tambo.auth.Credential.Token;
import co.tambo.auth.Credential.Unusable;
import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Any header: what RFC 6750 section 2.1 says of it, by its own grammar as a pattern. */
class AuthorizationHeaderFuzzTest {

  private static final Pattern BEARER =
      Pattern.compile("[ \t]*(?i:bearer) +([A-Za-z0-9._~+/-]+=*)[ \t]*");
  private static final Pattern SCHEME =
      Pattern.compile("[ \t]*(?i:bearer)(?![A-Za-z0-9!#$%&'*+.^_`|~-])(?s:.*)");

  @FuzzTest
  void anyLine(byte[] input) {
    String line = new String(input, StandardCharsets.ISO_8859_1);
    assertEquals(expected(line), AuthorizationHeader.read(List.of(line), Integer.MAX_VALUE));
  }

  private static Credential expected(String line) {
    Matcher bearer = BEARER.matcher(line);
    if (bearer.matches()) {
      return new Token(bearer.group(1), false);
    }
    return SCHEME.matcher(line).matches()
        ? new Unusable(AuthError.CREDENTIAL_MALFORMED)
        : new None();
  }
}
