package co.tambo.auth.internal.keys;

import static co.tambo.auth.internal.jose.JwsAlgorithm.ES256;
import static co.tambo.auth.internal.jose.JwsAlgorithm.RS256;
import static co.tambo.auth.internal.keys.TestKey.kids;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import co.tambo.auth.internal.config.KeySettings;
import co.tambo.auth.internal.keys.KeySource.Lookup;
import co.tambo.auth.internal.keys.KeySource.NoSuchKey;
import co.tambo.auth.internal.keys.KeySource.Unavailable;
import co.tambo.auth.internal.time.TestTime;
import co.tambo.auth.parts.Attack;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class ForcedFetchTest {

  private static final Duration INTERVAL = Duration.ofSeconds(5);
  private static final TestKey A = TestKey.es256("a");
  private static final TestKey B = TestKey.es256("b");

  private final TestTime time = new TestTime();
  private final FetchByHand fetch = new FetchByHand();
  private final ExecutorService requests = Executors.newCachedThreadPool();
  private final KeySource keys =
      KeySource.remote(
          fetch,
          time,
          new KeySettings(Duration.ofMinutes(5), Duration.ofHours(4), false),
          (usable, problem) -> {});

  @BeforeEach
  void fetchA() {
    fetch.publishes(A);
    keys.find("a", ES256);
  }

  @AfterEach
  void end() {
    requests.shutdownNow();
  }

  private CompletableFuture<Lookup> request(String kid) {
    return CompletableFuture.supplyAsync(() -> keys.find(kid, ES256), requests);
  }

  /** Starts a request that forces a fetch, and returns when the fetch is under way. */
  private CompletableFuture<Lookup> leader(String kid) {
    fetch.hangs();
    int before = fetch.started();
    CompletableFuture<Lookup> leader = request(kid);
    until(() -> fetch.started() > before);
    return leader;
  }

  private static void until(BooleanSupplier condition) {
    while (!condition.getAsBoolean()) {
      assertFalse(Thread.currentThread().isInterrupted(), "timed out");
      Thread.onSpinWait();
    }
  }

  private static long waiting(List<CompletableFuture<Lookup>> sent) {
    return sent.stream().filter(lookup -> !lookup.isDone()).count();
  }

  private List<CompletableFuture<Lookup>> requests(int count, String kid) {
    return IntStream.range(0, count).mapToObj(i -> request(kid.isEmpty() ? "k" + i : kid)).toList();
  }

  @Test
  void rotatedKeyIsFoundInItsFirstRequest() {
    fetch.publishes(A, B);
    assertEquals(List.of("b"), kids(keys.find("b", ES256)));
  }

  /** A fetch that succeeded is no outage, so its followers are not counted as bystanders. */
  @Test
  @Attack("K11")
  void everybodyWaitsForTheNextRotatedKeyThoughTheOneBeforeWasJustNow() {
    fetch.publishes(A, B);
    assertEquals(List.of("b"), kids(keys.find("b", ES256)));
    time.advance(INTERVAL);
    CompletableFuture<Lookup> leader = leader("c");
    Queue<Lookup> found = new ConcurrentLinkedQueue<>();
    List<Thread> followers =
        Stream.generate(() -> new Thread(() -> found.add(keys.find("c", ES256))))
            .limit(20)
            .toList();
    followers.forEach(Thread::start);
    until(() -> followers.stream().allMatch(ForcedFetchTest::waitsOrHasEnded));
    assertEquals(0, found.size());
    fetch.release(FetchByHand.keys(A, B, TestKey.es256("c")));
    assertEquals(List.of("c"), kids(leader.join()));
    until(() -> found.size() == 20);
    found.forEach(lookup -> assertEquals(List.of("c"), kids(lookup)));
  }

  private static boolean waitsOrHasEnded(Thread thread) {
    return thread.getState() == Thread.State.TIMED_WAITING
        || thread.getState() == Thread.State.TERMINATED;
  }

  @Test
  void unknownKidIsForcedOncePerInterval() {
    keys.find("x", ES256);
    time.advance(INTERVAL.minusNanos(1));
    assertEquals(new NoSuchKey(), keys.find("y", ES256));
    assertEquals(2, fetch.started());
    time.advance(Duration.ofNanos(1));
    keys.find("y", ES256);
    assertEquals(3, fetch.started());
  }

  @Test
  void knownKidForcesNothing() {
    time.advance(INTERVAL);
    keys.find("a", ES256);
    assertEquals(1, fetch.started());
  }

  @Test
  void failedForcedFetchIsNoOutage() {
    fetch.fails();
    assertEquals(new NoSuchKey(), keys.find("x", ES256));
    assertEquals(List.of("a"), kids(keys.find("a", ES256)));
  }

  @Test
  void failedForcedFetchCountsToo() {
    fetch.fails();
    keys.find("x", ES256);
    keys.find("y", ES256);
    assertEquals(2, fetch.started());
  }

  @Test
  void refreshDoesNotUseUpTheBudget() {
    time.advance(Duration.ofMinutes(4));
    keys.find("a", ES256);
    fetch.publishes(A, B);
    assertEquals(List.of("b"), kids(keys.find("b", ES256)));
  }

  @Test
  void tokenWithoutKidForcesWhereNoKeyIsOfItsAlgorithm() {
    assertEquals(new NoSuchKey(), keys.find(null, RS256));
    assertEquals(2, fetch.started());
  }

  @Test
  @Attack("K14")
  void tokenWithoutKidFindsAllKeysOfItsAlgorithm() {
    fetch.publishes(A, B);
    keys.find("b", ES256);
    assertEquals(Arrays.asList("a", "b"), kids(keys.find(null, ES256)));
  }

  @Test
  @Attack("K14")
  void keyWithoutKidIsFoundForEveryKid() {
    fetch.publishes(A, TestKey.es256(null));
    keys.find("x", ES256);
    assertEquals(Arrays.asList("a", null), kids(keys.find("a", ES256)));
  }

  @Test
  void kidIsComparedCharacterForCharacter() {
    assertEquals(new NoSuchKey(), keys.find("A", ES256));
    assertEquals(new NoSuchKey(), keys.find("a ", ES256));
    assertEquals(new NoSuchKey(), keys.find("", ES256));
  }

  @Test
  @Attack("K10")
  void knownKidDoesNotWaitForAForcedFetch() {
    CompletableFuture<Lookup> leader = leader("b");
    Thread.currentThread().interrupt();
    Lookup found = keys.find("a", ES256);
    assertTrue(Thread.interrupted());
    assertEquals(List.of("a"), kids(found));
    assertFalse(leader.isDone());
  }

  @Test
  void requestsWithTheKidThatIsFetchedWaitForIt() {
    CompletableFuture<Lookup> leader = leader("b");
    List<CompletableFuture<Lookup>> others = requests(50, "b");
    fetch.release(FetchByHand.keys(A, B));
    assertEquals(List.of("b"), kids(leader.join()));
    others.forEach(other -> assertEquals(List.of("b"), kids(other.join())));
    assertEquals(2, fetch.started());
  }

  @Test
  @Attack({"K10", "I04"})
  void eightRequestsWithOtherKidsMayWait() {
    CompletableFuture<Lookup> leader = leader("b");
    List<CompletableFuture<Lookup>> others = requests(100, "");
    until(() -> waiting(others) <= 8);
    assertEquals(8, waiting(others));
    assertFalse(leader.isDone());
    fetch.release(FetchByHand.keys(A, B));
    others.forEach(other -> assertEquals(new NoSuchKey(), other.join()));
  }

  @RepeatedTest(100)
  void racingUnknownKidsForceOneFetch() {
    List<CompletableFuture<Lookup>> sent = requests(8, "");
    sent.forEach(lookup -> assertEquals(new NoSuchKey(), lookup.join()));
    assertEquals(2, fetch.started());
  }

  @Test
  void eightRequestsMayWaitForOneKidWhereFetchesFail() {
    fetch.fails();
    keys.find("b", ES256);
    time.advance(INTERVAL);
    CompletableFuture<Lookup> leader = leader("b");
    List<CompletableFuture<Lookup>> others = requests(100, "b");
    until(() -> waiting(others) <= 7);
    assertFalse(leader.isDone());
    fetch.release(FetchByHand.keys(A, B));
    assertEquals(List.of("b"), kids(leader.join()));
  }

  @Test
  void interruptEndsTheWaitAndNotTheFetch() throws Exception {
    CompletableFuture<Lookup> leader = leader("b");
    CompletableFuture<Boolean> interrupted = new CompletableFuture<>();
    CountDownLatch ready = new CountDownLatch(1);
    Thread thread =
        new Thread(
            () -> {
              ready.countDown();
              assertInstanceOf(Unavailable.class, keys.find("b", ES256));
              interrupted.complete(Thread.currentThread().isInterrupted());
            });
    thread.start();
    ready.await();
    thread.interrupt();
    assertTrue(interrupted.join());
    fetch.release(FetchByHand.keys(A, B));
    assertEquals(List.of("b"), kids(leader.join()));
  }

  @Test
  @Attack("L04")
  void closeReleasesWhoWaits() throws Exception {
    CompletableFuture<Lookup> leader = leader("b");
    keys.close();
    assertInstanceOf(Unavailable.class, leader.get(3, TimeUnit.SECONDS));
    assertInstanceOf(Unavailable.class, keys.find("a", ES256));
  }

  @Test
  void closedSourceFetchesNothing() {
    keys.close();
    time.advance(Duration.ofHours(1));
    assertInstanceOf(Unavailable.class, keys.find("a", ES256));
    assertEquals(1, fetch.started());
  }
}
