package co.tambo.auth.internal.verify;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import co.tambo.auth.internal.Rejection;
import co.tambo.auth.internal.jose.JwsAlgorithm;
import co.tambo.auth.internal.jose.KeyMaterial;
import co.tambo.auth.internal.jose.VerificationKey;
import co.tambo.auth.internal.keys.KeySource;
import co.tambo.auth.internal.time.TimeSource;
import co.tambo.auth.internal.verify.TokenVerifier.Accepted;
import co.tambo.auth.internal.verify.TokenVerifier.Refused;
import co.tambo.auth.parts.Attack;
import co.tambo.auth.testing.FakeIssuer;
import co.tambo.auth.testing.SignatureAlgorithm;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SignedTokensTest {

  private final TimeSource time = TimeSource.system();
  private final FakeIssuer one = FakeIssuer.start();
  private final FakeIssuer two = FakeIssuer.start();
  private final TokenVerifier verifier =
      TokenVerifier.signed(
          List.of(Providers.of(one.issuer(), keysOf(one)), Providers.of(two.issuer(), keysOf(two))),
          provider -> KeySource.fixed(provider.keys()),
          time);

  @AfterEach
  void stop() {
    one.close();
    two.close();
  }

  private List<VerificationKey> keysOf(FakeIssuer issuer) {
    return KeyMaterial.fromConfiguredText(
            issuer.publicJwk(SignatureAlgorithm.RS256), Providers.ASYMMETRIC, time.now())
        .keys();
  }

  private Refused refused(String token) {
    return assertInstanceOf(Refused.class, verifier.verify(token));
  }

  @Test
  void eachIssuersTokenPassesWithItsOwnKeys() {
    Accepted first = assertInstanceOf(Accepted.class, verifier.verify(one.token("a").text()));
    Accepted second = assertInstanceOf(Accepted.class, verifier.verify(two.token("b").text()));
    assertEquals(one.issuer(), first.token().issuer());
    assertEquals(two.issuer(), second.token().issuer());
  }

  @Test
  void oneIssuersKeyDoesNotSpeakForAnother() {
    String forged = one.token("alice").signedBy(two).text();
    Rejection rejection = refused(forged).rejection();
    assertEquals(true, Set.of(Rejection.UNKNOWN_KEY, Rejection.BAD_SIGNATURE).contains(rejection));
  }

  @Test
  @Attack("K01")
  void issuerThatIsNotConfiguredIsRefusedBeforeAnyKey() {
    String token = one.token("alice").claim("iss", one.issuer() + "/").text();
    assertEquals(Rejection.ISSUER_NOT_ACCEPTED, refused(token).rejection());
    assertEquals(one.issuer() + "/", refused(token).issuer());
  }

  @Test
  void missingIssuerIsRefused() {
    assertEquals(
        Rejection.ISSUER_NOT_ACCEPTED, refused(one.token("a").without("iss").text()).rejection());
  }

  @Test
  void algorithmOutsideTheAllowListIsRefused() {
    String token =
        one.token("alice").algorithm(SignatureAlgorithm.HS256).secret("s".repeat(32)).text();
    assertEquals(Rejection.ALGORITHM_NOT_ALLOWED, refused(token).rejection());
  }

  @Test
  @Attack("I04")
  void signatureIsCheckedBeforeTheClaims() {
    String token = one.token("a").audience("other").tampered().text();
    assertEquals(Rejection.BAD_SIGNATURE, refused(token).rejection());
  }

  @Test
  void noKeyIsLookedForWhenATokenHasExpired() {
    AtomicInteger searches = new AtomicInteger();
    TokenVerifier counting =
        TokenVerifier.signed(
            List.of(Providers.of(one.issuer(), keysOf(one))),
            provider -> counting(KeySource.fixed(provider.keys()), searches),
            time);
    assertInstanceOf(Accepted.class, counting.verify(one.token("a").text()));
    assertEquals(1, searches.get());
    String token = one.token("a").expiresIn(Duration.ofMinutes(-1)).tampered().text();
    Refused refused = assertInstanceOf(Refused.class, counting.verify(token));
    assertEquals(Rejection.EXPIRED, refused.rejection());
    assertEquals(1, searches.get());
  }

  private static KeySource counting(KeySource keys, AtomicInteger searches) {
    return new KeySource() {
      @Override
      public Lookup find(@Nullable String kid, JwsAlgorithm algorithm) {
        searches.incrementAndGet();
        return keys.find(kid, algorithm);
      }

      @Override
      public Lookup recheck(VerificationKey key) {
        return keys.recheck(key);
      }
    };
  }

  @Test
  void providerWithoutIssuerTakesAnyIssuer() {
    TokenVerifier any =
        TokenVerifier.signed(
            List.of(Providers.of("", keysOf(one))),
            provider -> KeySource.fixed(provider.keys()),
            time);
    assertInstanceOf(Accepted.class, any.verify(one.token("a").without("iss").text()));
    assertInstanceOf(Accepted.class, any.verify(one.token("a").claim("iss", "x").text()));
  }
}
