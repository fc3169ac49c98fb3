package co.tambo.auth.internal.keys;

import static co.tambo.auth.internal.jose.JwsAlgorithm.ES256;
import static co.tambo.auth.internal.keys.TestKey.kids;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import co.tambo.auth.internal.config.KeySettings;
import co.tambo.auth.internal.jose.VerificationKey;
import co.tambo.auth.internal.keys.KeySource.Candidates;
import co.tambo.auth.internal.keys.KeySource.NoSuchKey;
import co.tambo.auth.internal.time.TestTime;
import co.tambo.auth.parts.Attack;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class KeyRefreshTest {

  private static final Duration REFRESH = Duration.ofMinutes(5);
  private static final Duration HORIZON = Duration.ofHours(4);
  private static final Duration MOMENT = Duration.ofNanos(1);
  private static final TestKey A = TestKey.es256("a");
  private static final TestKey B = TestKey.es256("b");

  private final TestTime time = new TestTime();
  private final FetchByHand fetch = new FetchByHand();
  private final List<String> events = new CopyOnWriteArrayList<>();
  private final KeySource keys =
      KeySource.remote(
          fetch,
          time,
          new KeySettings(REFRESH, HORIZON, false),
          (usable, problem) -> events.add(usable + " " + problem));

  private KeySource.Lookup findA() {
    return keys.find("a", ES256);
  }

  /** Finds the key on a thread that cannot wait: any wait would end as an interrupted one. */
  private void assertFoundWithoutWaiting() {
    Thread.currentThread().interrupt();
    KeySource.Lookup found = findA();
    assertTrue(Thread.interrupted());
    assertEquals(List.of("a"), kids(found));
  }

  private VerificationKey foundA() {
    return assertInstanceOf(Candidates.class, findA()).keys().get(0);
  }

  @Test
  void itServesForFourFifthsOfItsLife() {
    fetch.publishes(A);
    findA();
    time.advance(Duration.ofMinutes(4).minus(MOMENT));
    findA();
    assertEquals(1, fetch.started());
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
