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
  }
}
