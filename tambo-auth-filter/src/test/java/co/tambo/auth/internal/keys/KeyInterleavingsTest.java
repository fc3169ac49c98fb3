package co.tambo.auth.internal.keys;

import static co.tambo.auth.interleavings.Interleavings.explore;
import static co.tambo.auth.interleavings.Interleavings.together;
import static co.tambo.auth.internal.jose.JwsAlgorithm.ES256;
import static co.tambo.auth.internal.keys.TestKey.kids;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import co.tambo.auth.internal.config.KeySettings;
import co.tambo.auth.internal.jose.VerificationKey;
import co.tambo.auth.internal.keys.KeySetFetch.Fetched;
import co.tambo.auth.internal.keys.KeySetFetch.Outcome;
import co.tambo.auth.internal.keys.KeySource.Candidates;
import co.tambo.auth.internal.keys.KeySource.Lookup;
import co.tambo.auth.internal.keys.KeySource.Unavailable;
import co.tambo.auth.internal.time.TestTime;
import co.tambo.auth.parts.Attack;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("interleavings")
class KeyInterleavingsTest {

  private static final KeySettings SETTINGS =
      new KeySettings(Duration.ofMinutes(5), Duration.ofHours(4), false);
  private static final VerificationKey A = TestKey.admitted(TestKey.es256("a")).get(0);
  private static final VerificationKey B = TestKey.admitted(TestKey.es256("b")).get(0);

  private static Outcome fetched(VerificationKey... keys) {
    return new Fetched(List.of(keys), List.of(), Optional.empty());
  }

  private static KeySource remote(KeySetFetch fetch) {
    return KeySource.remote(fetch, new TestTime(), SETTINGS, (usable, problem) -> {});
  }

  @Test
  @Attack("K20")
  void firstRequestsShareAFetchHoweverTheyMeet() {
    explore(
        () -> {
          AtomicInteger fetches = new AtomicInteger();
          KeySource keys =
              remote(
                  () -> {
                    fetches.incrementAndGet();
                    return CompletableFuture.completedFuture(fetched(A));
                  });
          AtomicReferenceArray<Lookup> found = new AtomicReferenceArray<>(2);
          together(
              () -> found.set(0, keys.find("a", ES256)), () -> found.set(1, keys.find("a", ES256)));
          assertEquals(List.of("a"), kids(found.get(0)));
          assertEquals(List.of("a"), kids(found.get(1)));
          assertEquals(1, fetches.get());
        });
  }

  @Test
  @Attack("K11")
  void rotatedKeyIsFoundByAllWhoAskWithOneFetch() {
    explore(
        () -> {
          AtomicInteger fetches = new AtomicInteger();
          KeySource keys =
              remote(
                  () ->
                      CompletableFuture.completedFuture(
                          fetches.incrementAndGet() == 1 ? fetched(A) : fetched(A, B)));
          assertInstanceOf(Candidates.class, keys.find("a", ES256));
          AtomicReferenceArray<Lookup> found = new AtomicReferenceArray<>(2);
          together(
              () -> found.set(0, keys.find("b", ES256)), () -> found.set(1, keys.find("b", ES256)));
          assertEquals(List.of("b"), kids(found.get(0)));
          assertEquals(List.of("b"), kids(found.get(1)));
          assertEquals(2, fetches.get());
        });
  }

  @Test
  void slowFetchDoesNotReplaceTheKeysOfALaterOne() {
    explore(
        () -> {
          CompletableFuture<Outcome> first = new CompletableFuture<>();
          CompletableFuture<Outcome> second = new CompletableFuture<>();
          AtomicInteger fetches = new AtomicInteger();
          NewestKeySet newest =
              new NewestKeySet(
                  () -> fetches.incrementAndGet() == 1 ? first : second,
                  new TestTime(),
                  SETTINGS,
                  (usable, problem) -> {});
          CompletableFuture<Boolean> one = newest.fetch();
          CompletableFuture<Boolean> two = newest.fetch();
          together(() -> first.complete(fetched(A)), () -> second.complete(fetched(B)));
          assertTrue(one.join() && two.join());
          assertEquals(List.of(B), Objects.requireNonNull(newest.get()).candidates(null, ES256));
        });
  }

  @Test
  @Attack("L04")
  void nobodyWaitsForAFetchOfWhatIsClosed() {
    explore(
        () -> {
          KeySource keys = remote(CompletableFuture::new);
          AtomicReferenceArray<Lookup> found = new AtomicReferenceArray<>(1);
          together(() -> found.set(0, keys.find("a", ES256)), keys::close);
          assertInstanceOf(Unavailable.class, found.get(0));
        });
  }
}
