package co.tambo.auth.internal.verify;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import co.tambo.auth.internal.Rejection;
import co.tambo.auth.internal.time.TestTime;
import co.tambo.auth.internal.verify.TokenVerifier.Accepted;
import co.tambo.auth.internal.verify.TokenVerifier.Refused;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UnsignedTokensTest {

  private final TestTime time = new TestTime();
  private final TokenVerifier verifier =
      TokenVerifier.unsafeWithoutSignature(Providers.of("", Set.of(), Set.of(), List.of()), time);

  private String token(long expiresIn) {
    String claims = "{\"sub\":\"alice\",\"exp\":" + (time.now().getEpochSecond() + expiresIn) + "}";
    return encoded("{\"alg\":\"none\"}") + "." + encoded(claims) + ".";
  }

  private static String encoded(String json) {
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(json.getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void claimsAreBelievedAndMarkedUnsigned() {
    Accepted accepted = assertInstanceOf(Accepted.class, verifier.verify(token(60)));
    assertEquals("alice", accepted.token().subject());
    assertFalse(accepted.token().verified());
  }

  @Test
  void expiryStillCounts() {
    Refused refused = assertInstanceOf(Refused.class, verifier.verify(token(-60)));
    assertEquals(Rejection.EXPIRED, refused.rejection());
  }

  @ParameterizedTest
  @ValueSource(strings = {"gho_opaque", "a.b", "a.b.c.d", "a.b.c.d.e", "..", "x.!!.", ".e30."})
  void whatIsNoTokenIsRefused(String token) {
    assertInstanceOf(Refused.class, verifier.verify(token));
  }

  @Test
  void lengthIsBounded() {
    Refused refused =
        assertInstanceOf(Refused.class, verifier.verify(token(60) + "a".repeat(8192)));
    assertEquals(Rejection.TOO_LONG, refused.rejection());
    String longest = token(60) + "a".repeat(8192 - token(60).length());
    assertInstanceOf(Accepted.class, verifier.verify(longest));
    assertInstanceOf(Refused.class, verifier.verify(longest + "a"));
  }

  @Test
  void headerIsNotReadButMustBeThere() {
    String rest = token(60).substring(token(60).indexOf('.'));
    assertInstanceOf(Accepted.class, verifier.verify("a" + rest));
    assertInstanceOf(Refused.class, verifier.verify(rest));
    assertInstanceOf(Refused.class, verifier.verify("a.b" + rest));
  }

  @Test
  void configuredIssuerStillCounts() {
    TokenVerifier strict =
        TokenVerifier.unsafeWithoutSignature(
            Providers.of("https://idp.example", Set.of(), Set.of(), List.of()), time);
    assertInstanceOf(Accepted.class, strict.verify(token("https://idp.example")));
    for (String token : List.of(token(60), token("https://idp.example/"))) {
      Refused refused = assertInstanceOf(Refused.class, strict.verify(token));
      assertEquals(Rejection.ISSUER_NOT_ACCEPTED, refused.rejection());
    }
  }

  private String token(String issuer) {
    long exp = time.now().getEpochSecond() + 60;
    String claims = "{\"sub\":\"alice\",\"iss\":\"" + issuer + "\",\"exp\":" + exp + "}";
    return encoded("{\"alg\":\"none\"}") + "." + encoded(claims) + ".";
  }
}
