package co.tambo.auth.internal.verify;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import co.tambo.auth.internal.Fingerprint;
import co.tambo.auth.internal.Rejection;
import co.tambo.auth.internal.keys.KeySource;
import co.tambo.auth.internal.providers.UserClaims;
import co.tambo.auth.internal.time.TestTime;
import co.tambo.auth.internal.verify.CachingVerifier.Bad;
import co.tambo.auth.internal.verify.CachingVerifier.Good;
import co.tambo.auth.internal.verify.CachingVerifier.Judged;
import co.tambo.auth.internal.verify.TokenVerifier.Accepted;
import co.tambo.auth.internal.verify.TokenVerifier.Refused;
import co.tambo.auth.internal.verify.TokenVerifier.Unavailable;
import co.tambo.auth.internal.verify.TokenVerifier.Verdict;
import co.tambo.auth.parts.Attack;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

class CachingVerifierTest {

  private static final KeySource.Lookup STANDS = new KeySource.Candidates(List.of());

  private final TestTime time = new TestTime();
  private final AtomicInteger verifications = new AtomicInteger();
  private final AtomicReference<KeySource.Lookup> key = new AtomicReference<>(STANDS);
  private final CachingVerifier<String> cache =
      new CachingVerifier<>(this::verify, VerifiedToken::subject, time, 100);

  private Verdict verify(String token) {
    verifications.incrementAndGet();
    return token.startsWith("bad")
        ? new Refused(Rejection.BAD_SIGNATURE, "", "")
        : new Accepted(
            token(token, time.now().plusSeconds(60)), () -> Objects.requireNonNull(key.get()));
  }

  private static VerifiedToken token(String subject, Instant expiresAt) {
    return new VerifiedToken(
        Providers.of("https://idp.example", List.of()),
        "https://idp.example",
        subject,
        expiresAt,
        Map.of(),
        new UserClaims(null, Set.of(), Set.of(), Set.of(), null, false),
        VerifiedToken.Proof.SIGNATURE);
  }

  private Judged<String> judge(String token) {
    return cache.verify(Fingerprint.of(new byte[0], token), token);
  }

  private Rejection rejection(Judged<String> judged) {
    Bad<?> bad = assertInstanceOf(Bad.class, judged);
    return assertInstanceOf(Refused.class, bad.verdict()).rejection();
  }

  @Test
  void goodVerdictIsRememberedWithItsIdentity() {
    Good<?> first = assertInstanceOf(Good.class, judge("alice"));
    assertEquals(first, judge("alice"));
    assertEquals("alice", first.identity());
    assertEquals(1, verifications.get());
  }

  @Test
  @Attack("X01")
  void verdictsOfTwoTokensStayApart() {
    assertEquals("alice", assertInstanceOf(Good.class, judge("alice")).identity());
    assertEquals("alice2", assertInstanceOf(Good.class, judge("alice2")).identity());
  }

  @Test
  @Attack("X17")
  void badVerdictIsNotRemembered() {
    assertEquals(Rejection.BAD_SIGNATURE, rejection(judge("bad")));
    assertEquals(Rejection.BAD_SIGNATURE, rejection(judge("bad")));
    assertEquals(2, verifications.get());
  }

  @Test
  @Attack("L05")
  void rememberedVerdictEndsExactlyWithTheTokenAndItsSkew() {
    judge("alice");
    time.moveWall(Duration.ofSeconds(89));
    assertInstanceOf(Good.class, judge("alice"));
    time.moveWall(Duration.ofSeconds(1));
    assertEquals(Rejection.EXPIRED, rejection(judge("alice")));
    assertEquals(1, verifications.get());
  }

  @Test
  void thatATokenHasExpiredIsRememberedForThreeSeconds() {
    judge("alice");
    time.advance(Duration.ofMillis(92_900));
    assertEquals(Rejection.EXPIRED, rejection(judge("alice")));
    assertEquals(1, verifications.get());
    time.advance(Duration.ofMillis(200));
    judge("alice");
    assertEquals(2, verifications.get());
  }

  @Test
  @Attack("L05")
  void wallClockThatIsSetBackProlongsNothing() {
    judge("alice");
    time.moveWall(Duration.ofHours(-1));
    time.advance(Duration.ofSeconds(90));
    judge("alice");
    assertEquals(2, verifications.get());
  }

  @Test
  @Attack("K13")
  void verdictEndsWhenItsKeyIsWithdrawn() {
    judge("alice");
    key.set(new KeySource.NoSuchKey());
    assertEquals(Rejection.KEY_WITHDRAWN, rejection(judge("alice")));
    key.set(STANDS);
    assertInstanceOf(Good.class, judge("alice"));
    assertEquals(2, verifications.get());
  }

  @Test
  @Attack("L05")
  void withdrawnTokenStaysRefusedWhenTheWallClockIsSetBack() {
    AtomicReference<Verdict> provider = new AtomicReference<>();
    CachingVerifier<String> asking =
        new CachingVerifier<>(
            token -> Objects.requireNonNull(provider.get()), VerifiedToken::subject, time, 100);
    VerifiedToken alice = token("alice", time.now().plusSeconds(3600));
    Fingerprint fingerprint = Fingerprint.of(new byte[0], "alice");
    provider.set(new Accepted(alice, () -> STANDS, time.now().plusSeconds(300)));
    assertInstanceOf(Good.class, asking.verify(fingerprint, "alice"));
    provider.set(new Refused(Rejection.NOT_ACTIVE, "", ""));
    assertInstanceOf(Good.class, asking.verify(fingerprint, "alice"));
    time.moveWall(Duration.ofMinutes(5));
    assertEquals(Rejection.NOT_ACTIVE, rejection(asking.verify(fingerprint, "alice")));
    time.moveWall(Duration.ofSeconds(-10));
    assertEquals(Rejection.NOT_ACTIVE, rejection(asking.verify(fingerprint, "alice")));
  }

  @Test
  void nobodyCanTellWhileTheKeysCannotBeHad() {
    judge("alice");
    key.set(new KeySource.Unavailable(Duration.ofSeconds(7)));
    Bad<?> bad = assertInstanceOf(Bad.class, judge("alice"));
    assertEquals(new Unavailable("https://idp.example", Duration.ofSeconds(7)), bad.verdict());
    key.set(STANDS);
    assertInstanceOf(Good.class, judge("alice"));
    assertEquals(1, verifications.get());
  }

  @Test
  void numberOfVerdictsIsBounded() {
    for (int i = 0; i < 1000; i++) {
      judge("user" + i);
    }
    int before = verifications.get();
    for (int i = 0; i < 1000; i++) {
      judge("user" + i);
    }
    assertEquals(true, verifications.get() - before >= 900);
  }
}
