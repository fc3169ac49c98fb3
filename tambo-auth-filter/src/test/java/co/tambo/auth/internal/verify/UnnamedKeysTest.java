package co.tambo.auth.internal.verify;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import co.tambo.auth.internal.Rejection;
import co.tambo.auth.internal.config.KeySettings;
import co.tambo.auth.internal.jose.KeyMaterial;
import co.tambo.auth.internal.jose.VerificationKey;
import co.tambo.auth.internal.keys.KeySetFetch;
import co.tambo.auth.internal.keys.KeySource;
import co.tambo.auth.internal.time.TestTime;
import co.tambo.auth.internal.verify.TokenVerifier.Accepted;
import co.tambo.auth.internal.verify.TokenVerifier.Refused;
import co.tambo.auth.testing.FakeIssuer;
import co.tambo.auth.testing.SignatureAlgorithm;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** An issuer whose keys have no kid. */
class UnnamedKeysTest {

  private static final String ISSUER = "https://idp.example";

  private final TestTime time = new TestTime();
  private final FakeIssuer one = FakeIssuer.builder().named(ISSUER).clock(time::now).start();
  private final FakeIssuer two = FakeIssuer.builder().named(ISSUER).clock(time::now).start();
  private final AtomicReference<List<VerificationKey>> published =
      new AtomicReference<>(keysOf(one));
  private final AtomicInteger fetches = new AtomicInteger();
  private final TokenVerifier verifier =
      TokenVerifier.signed(
          List.of(Providers.of(ISSUER, List.of())),
          provider ->
              KeySource.remote(
                  this::fetch,
                  time,
                  new KeySettings(Duration.ofMinutes(5), Duration.ofHours(4), false),
                  (usable, problem) -> {}),
          time);

  @AfterEach
  void stop() {
    one.close();
    two.close();
  }

  private List<VerificationKey> keysOf(FakeIssuer issuer) {
    return KeyMaterial.fromConfiguredText(
            issuer.publicKeyPem(SignatureAlgorithm.RS256), Providers.ASYMMETRIC, time.now())
        .keys();
  }

  private List<VerificationKey> named(FakeIssuer issuer) {
    return KeyMaterial.fromConfiguredText(
            issuer.publicJwk(SignatureAlgorithm.RS256), Providers.ASYMMETRIC, time.now())
        .keys();
  }

  private CompletableFuture<KeySetFetch.Outcome> fetch() {
    fetches.incrementAndGet();
    return CompletableFuture.completedFuture(
        new KeySetFetch.Fetched(published.get(), List.of(), Optional.empty()));
  }

  private static String token(FakeIssuer issuer) {
    return issuer.token("alice").withoutHeader("kid").text();
  }

  @Test
  void replacedKeyIsAcceptedInTheFirstRequestThatShowsIt() {
    assertInstanceOf(Accepted.class, verifier.verify(token(one)));
    published.set(keysOf(two));
    assertInstanceOf(Accepted.class, verifier.verify(token(two)));
    assertEquals(2, fetches.get());
  }

  @Test
  void replacedKeyWithAKidIsFoundForATokenWithoutOne() {
    published.set(named(one));
    assertInstanceOf(Accepted.class, verifier.verify(token(one)));
    published.set(named(two));
    assertInstanceOf(Accepted.class, verifier.verify(token(two)));
    assertEquals(2, fetches.get());
  }

  @Test
  void replacedKeyWithoutAKidIsFoundForATokenWithOne() {
    assertInstanceOf(Accepted.class, verifier.verify(one.token("alice").text()));
    published.set(keysOf(two));
    assertInstanceOf(Accepted.class, verifier.verify(two.token("alice").text()));
    assertEquals(2, fetches.get());
  }

  @Test
  void forgedTokenOfANamedKeyCausesNoFetch() {
    published.set(named(one));
    assertInstanceOf(Accepted.class, verifier.verify(one.token("alice").text()));
    String forged = one.token("alice").signedBy(two).text();
    Refused refused = assertInstanceOf(Refused.class, verifier.verify(forged));
    assertEquals(Rejection.BAD_SIGNATURE, refused.rejection());
    assertEquals(1, fetches.get());
  }

  @Test
  void forgedTokensCauseOneFetchInFiveSeconds() {
    assertInstanceOf(Accepted.class, verifier.verify(token(one)));
    for (int i = 0; i < 100; i++) {
      Refused refused = assertInstanceOf(Refused.class, verifier.verify(token(two)));
      assertEquals(Rejection.BAD_SIGNATURE, refused.rejection());
    }
    assertEquals(2, fetches.get());
    time.advance(Duration.ofSeconds(5));
    verifier.verify(token(two));
    assertEquals(3, fetches.get());
  }
}
