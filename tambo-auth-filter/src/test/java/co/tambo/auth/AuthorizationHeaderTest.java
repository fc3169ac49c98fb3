package co.tambo.auth;

import static org.junit.jupiter.api.Assertions.assertEquals;

import co.tambo.auth.Credential.None;
import co.tambo.auth.Credential.Token;
import co.tambo.auth.Credential.Unusable;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AuthorizationHeaderTest {

  private static final int LONGEST = 64;

  @Test
  void noHeaderIsNoCredential() {
    assertEquals(new None(), AuthorizationHeader.read(List.of(), LONGEST));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "Basic dXNlcjpwYXNz",
        "DPoP abc",
        "BearerX abc",
        "Bearer!abc",
        "Bearers",
        "Digest x"
      })
  void anotherSchemeIsNoCredential(String line) {
    assertEquals(new None(), AuthorizationHeader.read(List.of(line), LONGEST));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"Bearer a.b-c_d~e+f/9==", "bearer a.b-c_d~e+f/9==", "BEARER   a.b-c_d~e+f/9=="})
  void bearerInAnyCaseWithSpacesGivesTheToken(String line) {
    assertEquals(
        new Token("a.b-c_d~e+f/9==", false), AuthorizationHeader.read(List.of(line), LONGEST));
  }

  @ParameterizedTest
  @ValueSource(strings = {"Bearer abc ", " Bearer abc", "\t Bearer abc \t "})
  void blanksAroundTheValueAreNoPartOfIt(String line) {
    assertEquals(new Token("abc", false), AuthorizationHeader.read(List.of(line), LONGEST));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Bearer",
        "Bearer ",
        "Bearer  ",
        "Bearer\tabc",
        "Bearer abc def",
        "Bearer abc,def",
        "Bearer abc, Bearer def",
        "Bearer a=b",
        "Bearer =",
        "Bearer \"abc\"",
        "Bearer ab\u00e9c",
        "Bearer:abc",
        "Bearer,abc",
        "Bearer ab\u0000c",
        "Bearer abc!",
        "Bearer=abc",
        "Bearer/abc"
      })
  void bearerWithoutOneB64TokenIsMalformed(String line) {
    assertEquals(
        new Unusable(AuthError.CREDENTIAL_MALFORMED),
        AuthorizationHeader.read(List.of(line), LONGEST));
  }

  @Test
  void twoHeadersAreAConflictWhateverTheySay() {
    Unusable conflict = new Unusable(AuthError.CREDENTIALS_CONFLICT);
    assertEquals(conflict, AuthorizationHeader.read(List.of("Bearer a", "Bearer a"), LONGEST));
    assertEquals(conflict, AuthorizationHeader.read(List.of("Basic eA==", "Bearer a"), LONGEST));
  }

  @Test
  void tokenThatIsTooLongIsNotLookedThrough() {
    String longest = "a".repeat(LONGEST - 1) + ",";
    assertEquals(
        new Unusable(AuthError.CREDENTIAL_MALFORMED),
        AuthorizationHeader.read(List.of("Bearer " + longest), LONGEST));
    assertEquals(
        new Token(longest + ",", false),
        AuthorizationHeader.read(List.of("Bearer " + longest + ","), LONGEST));
  }

  /** Beyond Latin-1 there are characters that end like a letter. */
  @Test
  void anyCharacterBeyondAsciiIsMalformed() {
    for (int c = 0x80; c <= Character.MAX_VALUE; c++) {
      String line = "Bearer aaaaaaaa" + (char) c + "aaaaaaaa";
      assertEquals(
          new Unusable(AuthError.CREDENTIAL_MALFORMED),
          AuthorizationHeader.read(List.of(line), LONGEST));
    }
  }

  @Test
  void tokenHasTheSameFingerprintFromAnyPlace() {
    String text = "eyJhbGciOiJSUzI1NiJ9.e30.c2lnbmF0dXJl";
    Token token = (Token) AuthorizationHeader.read(List.of("Bearer " + text), LONGEST);
    byte[] policy = {1, 2, 3};
    assertEquals(new Token(text, true).fingerprint(policy), token.fingerprint(policy));
  }
}
