package co.tambo.auth.internal.keys;

import static co.tambo.auth.internal.jose.JwsAlgorithm.ES256;
import static co.tambo.auth.internal.keys.TestKey.kids;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import co.tambo.auth.internal.jose.VerificationKey;
import co.tambo.auth.internal.keys.KeySource.Candidates;
import co.tambo.auth.internal.keys.KeySource.Lookup;
import co.tambo.auth.internal.keys.KeySource.NoSuchKey;
import co.tambo.auth.internal.keys.KeySource.Unavailable;
import co.tambo.auth.parts.Attack;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class KeyRefreshTest extends KeysByHand {

  @Test
  void itServesForFourFifthsOfItsLife() {
    fetch.publishes(A);
    findA();
    time.advance(Duration.ofMinutes(4).minus(MOMENT));
    findA();
    assertEquals(1, fetch.started());
  }

  @Test
  @Attack("L04")
  void closeReleasesWhoWaitsForTheFirstKeys() throws Exception {
    CompletableFuture<Lookup> found = new CompletableFuture<>();
    Thread waiting = new Thread(() -> found.complete(findA()));
    waiting.start();
    while (waiting.getState() != Thread.State.TIMED_WAITING) {
      Thread.onSpinWait();
    }
    keys.close();
    assertInstanceOf(Unavailable.class, found.get(3, TimeUnit.SECONDS));
  }

  @Test
  void interruptedRequestIsUnavailableAndStaysInterrupted() {
    fetch.publishes(A);
    VerificationKey key = foundA();
    fetch.hangs();
    Thread.currentThread().interrupt();
    assertInstanceOf(Unavailable.class, keys.findAnew("b", ES256));
    assertTrue(Thread.interrupted());
    time.advance(HORIZON);
    Thread.currentThread().interrupt();
    assertInstanceOf(Unavailable.class, keys.recheck(key));
    assertTrue(Thread.interrupted());
  }

  @Test
  void itIsFetchedAheadOfItsEndWithoutDelay() {
    fetch.publishes(A);
    findA();
    fetch.hangs();
    time.advance(Duration.ofMinutes(4));
    assertFoundWithoutWaiting();
    assertFoundWithoutWaiting();
    assertEquals(2, fetch.started());
  }

  @Test
  void recheckFetchesAheadToo() {
    fetch.publishes(A);
    VerificationKey key = foundA();
    time.advance(Duration.ofMinutes(4));
    keys.recheck(key);
    assertEquals(2, fetch.started());
  }

  @Test
  @Attack("L05")
  void clockOfTheWallDoesNotAgeIt() {
    fetch.publishes(A);
    findA();
    time.moveWall(Duration.ofDays(365));
    findA();
    assertEquals(1, fetch.started());
  }

  @Test
  void shorterMaxAgeShortensItsLife() {
    assertFetchedAgainAfter(Duration.ofSeconds(100), Duration.ofSeconds(100));
  }

  @Test
  void maxAgeShortensItsLifeToAMinuteAtMost() {
    assertFetchedAgainAfter(Duration.ZERO, Duration.ofMinutes(1));
  }

  @Test
  void longerMaxAgeDoesNotProlongItsLife() {
    assertFetchedAgainAfter(Duration.ofDays(1), REFRESH);
  }

  private void assertFetchedAgainAfter(Duration maxAge, Duration life) {
    fetch.publishesFor(maxAge, A);
    findA();
    time.advance(life.multipliedBy(4).dividedBy(5).minus(MOMENT));
    findA();
    assertEquals(1, fetch.started());
    time.advance(MOMENT);
    findA();
    assertEquals(2, fetch.started());
  }

  @Test
  void keyThatStaysIsTheSameObject() {
    fetch.publishes(A);
    VerificationKey before = foundA();
    time.advance(REFRESH);
    fetch.publishes(B, A);
    assertSame(before, foundA());
  }

  @Test
  @Attack("K13")
  void withdrawnKeyIsRefusedWhenItsLifeIsOver() {
    fetch.publishes(A);
    VerificationKey key = foundA();
    fetch.publishes(B);
    assertInstanceOf(Candidates.class, keys.recheck(key));
    time.advance(REFRESH);
    assertEquals(new NoSuchKey(), keys.recheck(key));
    assertEquals(new NoSuchKey(), findA());
  }

  @Test
  void equalKeyOfAnotherFetchIsKnown() {
    fetch.publishes(A);
    findA();
    assertInstanceOf(Candidates.class, keys.recheck(TestKey.admitted(A).get(0)));
  }

  @Test
  void fetchThatWasOvertakenChangesNothing() {
    fetch.publishes(A);
    findA();
    fetch.hangs();
    time.advance(Duration.ofMinutes(4));
    findA();
    fetch.publishes(B);
    assertEquals(List.of("b"), kids(keys.find("b", ES256)));
    fetch.release(FetchByHand.keys(A));
    assertEquals(List.of("b"), kids(keys.find("b", ES256)));
  }
}
