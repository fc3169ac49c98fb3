package co.tambo.auth.internal.verify;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import co.tambo.auth.internal.Rejection;
import co.tambo.auth.internal.jose.KeyMaterial;
import co.tambo.auth.internal.keys.KeySource;
import co.tambo.auth.internal.time.TestTime;
import co.tambo.auth.internal.verify.TokenVerifier.Accepted;
import co.tambo.auth.internal.verify.TokenVerifier.Refused;
import co.tambo.auth.parts.Attack;
import co.tambo.auth.testing.FakeIssuer;
import co.tambo.auth.testing.SignatureAlgorithm;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Verification on a system whose clock shows a time beyond some number's end. */
class OddTimesTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "1970-01-01T00:05:00Z",
        "2038-01-19T03:14:06Z",
        "2038-01-19T03:14:08Z",
        "2100-02-28T23:59:59Z",
        "2106-02-07T06:28:16Z",
        "9999-12-31T22:00:00Z"
      })
  @Attack("L06")
  void tokenHoldsItsTimeAndNoLonger(String instant) {
    TestTime time = at(instant);
    try (FakeIssuer issuer = FakeIssuer.builder().clock(time::now).start()) {
      TokenVerifier verifier = verifier(issuer, time);
      String token = issuer.token("alice").expiresIn(Duration.ofHours(1)).text();
      assertInstanceOf(Accepted.class, verifier.verify(token));
      time.moveWall(Duration.ofHours(1).plusSeconds(30));
      assertEquals(
          Rejection.EXPIRED, assertInstanceOf(Refused.class, verifier.verify(token)).rejection());
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"1969-12-31T23:59:50Z", "1900-01-01T00:00:00Z", "-0001-01-01T00:00:00Z"})
  @Attack({"L05", "L06"})
  void clockBeforeAllTimeAcceptsNoTokenOfLater(String instant) {
    TestTime time = at("2026-11-21T00:00:00Z");
    try (FakeIssuer issuer = FakeIssuer.builder().clock(time::now).start()) {
      String token = issuer.token("alice").text();
      TokenVerifier verifier = verifier(issuer, time);
      assertInstanceOf(Accepted.class, verifier.verify(token));
      time.moveWall(Duration.between(time.now(), Instant.parse(instant)));
      assertInstanceOf(Refused.class, verifier.verify(token));
    }
  }

  private static TestTime at(String instant) {
    TestTime time = new TestTime();
    time.moveWall(Duration.between(time.now(), Instant.parse(instant)));
    return time;
  }

  private static TokenVerifier verifier(FakeIssuer issuer, TestTime time) {
    return TokenVerifier.signed(
        List.of(
            Providers.of(
                issuer.issuer(),
                KeyMaterial.fromConfiguredText(
                        issuer.publicJwk(SignatureAlgorithm.RS256),
                        Providers.ASYMMETRIC,
                        time.now())
                    .keys())),
        provider -> KeySource.fixed(provider.keys()),
        time);
  }
}
