package co.tambo.auth.internal.verify;

import static co.tambo.auth.interleavings.Interleavings.explore;
import static co.tambo.auth.interleavings.Interleavings.together;
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
import co.tambo.auth.internal.verify.TokenVerifier.Verdict;
import co.tambo.auth.parts.Attack;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("interleavings")
class VerdictInterleavingsTest {

  private static final Fingerprint ALICE = Fingerprint.of(new byte[0], "alice");
  private static final Fingerprint BOB = Fingerprint.of(new byte[0], "bob");
  private static final Instant END = new TestTime().now().plusSeconds(60);
  private static final Map<String, VerifiedToken> TOKENS =
      Map.of("alice", token("alice"), "bob", token("bob"));

  /** An issuer whose one key may be withdrawn, and the cache in front of it. */
  private static final class Cached {
    private final TestTime time = new TestTime();
    private final CachingVerifier<String> cache =
        new CachingVerifier<>(this::verify, VerifiedToken::subject, time, 100);
    private volatile boolean withdrawn;

    private KeySource.Lookup key() {
      return withdrawn ? new KeySource.NoSuchKey() : new KeySource.Candidates(List.of());
    }

    private Verdict verify(String token) {
      if (withdrawn) {
        return new Refused(Rejection.UNKNOWN_KEY, "", "");
      }
      VerifiedToken known = TOKENS.get(token);
      return known != null && time.now().isBefore(END)
          ? new Accepted(known, this::key)
          : new Refused(Rejection.EXPIRED, "", "");
    }
  }

  private static VerifiedToken token(String subject) {
    return new VerifiedToken(
        Providers.of("https://idp.example", Duration.ZERO),
        "https://idp.example",
        subject,
        END,
        Map.of(),
        new UserClaims(null, Set.of(), Set.of(), Set.of(), null, false),
        VerifiedToken.Proof.SIGNATURE);
  }

  private static String identity(Judged<String> judged) {
    return judged instanceof Good<String> good ? good.identity() : "nobody";
  }

  @Test
  @Attack("X02")
  void nobodyGetsTheIdentityOfAnother() {
    explore(
        () -> {
          CachingVerifier<String> cache = new Cached().cache;
          AtomicReferenceArray<String> got = new AtomicReferenceArray<>(3);
          together(
              () -> got.set(0, identity(cache.verify(ALICE, "alice"))),
              () -> {
                got.set(1, identity(cache.verify(BOB, "bob")));
                got.set(2, identity(cache.verify(ALICE, "alice")));
              });
          assertEquals("[alice, bob, alice]", got.toString());
        });
  }

  @Test
  @Attack("K13")
  void withdrawnKeyIsNotBelievedWhoeverHasJustRememberedIt() {
    explore(
        () -> {
          Cached issuer = new Cached();
          AtomicReferenceArray<Object> after = new AtomicReferenceArray<>(1);
          together(
              () -> identity(issuer.cache.verify(ALICE, "alice")),
              () -> {
                issuer.withdrawn = true;
                after.set(0, issuer.cache.verify(ALICE, "alice"));
              });
          assertInstanceOf(Bad.class, after.get(0));
          assertInstanceOf(Bad.class, issuer.cache.verify(ALICE, "alice"));
        });
  }

  @Test
  @Attack("T30")
  void tokenThatHasEndedIsNotBelievedWhoeverHasJustRememberedIt() {
    explore(
        () -> {
          Cached issuer = new Cached();
          AtomicReferenceArray<Object> after = new AtomicReferenceArray<>(1);
          together(
              () -> identity(issuer.cache.verify(ALICE, "alice")),
              () -> {
                issuer.time.moveWall(Duration.ofSeconds(60));
                after.set(0, issuer.cache.verify(ALICE, "alice"));
              });
          assertInstanceOf(Bad.class, after.get(0));
          assertInstanceOf(Bad.class, issuer.cache.verify(ALICE, "alice"));
        });
  }
}
