package co.tambo.auth.internal.keys;

import static co.tambo.auth.internal.http.SocketServer.response;
import static co.tambo.auth.internal.http.SocketServer.write;
import static co.tambo.auth.internal.jose.JwsAlgorithm.ES256;
import static co.tambo.auth.internal.keys.TestKey.kids;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import co.tambo.auth.internal.config.KeySettings;
import co.tambo.auth.internal.http.HttpFetch;
import co.tambo.auth.internal.keys.KeySource.Candidates;
import co.tambo.auth.internal.keys.KeySource.Lookup;
import co.tambo.auth.internal.keys.KeySource.NoSuchKey;
import co.tambo.auth.internal.keys.KeySource.Unavailable;
import co.tambo.auth.internal.time.TestTime;
import co.tambo.auth.parts.Attack;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The rules of key sets against an issuer on real sockets. */
@Timeout(30)
class RemoteKeysTest {

  private static final TestKey A = TestKey.es256("a");
  private static final TestKey B = TestKey.es256("b");

  private final TestTime time = new TestTime();
  private final KeyServer server = new KeyServer();
  private final HttpFetch http = HttpFetch.create();
  private final LinkedBlockingQueue<String> events = new LinkedBlockingQueue<>();
  private final ExecutorService requests = Executors.newCachedThreadPool();
  private final KeySource keys =
      KeySource.remote(
          KeySetFetch.discovered(List.of(server.issuer()), http, TestKey.ALLOWED, time),
          time,
          new KeySettings(Duration.ofMinutes(5), Duration.ofHours(4), false),
          (usable, problem) -> events.add(usable + " " + problem));

  @AfterEach
  void close() throws IOException {
    requests.shutdownNow();
    keys.close();
    http.close();
    server.close();
  }

  private CompletableFuture<Lookup> request(String kid) {
    return CompletableFuture.supplyAsync(() -> keys.find(kid, ES256), requests);
  }

  @Test
  @Attack("K20")
  void twoHundredFirstRequestsCauseOneFetch() {
    server.publishes(A);
    List<CompletableFuture<Lookup>> sent =
        IntStream.range(0, 200).mapToObj(i -> request("a")).toList();
    sent.forEach(lookup -> assertEquals(List.of("a"), kids(lookup.join())));
    assertEquals(1, server.discoveries());
    assertEquals(1, server.keyFetches());
  }

  @Test
  @Attack("K11")
  void rotatedKeyIsFoundInItsFirstRequest() {
    server.publishes(A);
    keys.find("a", ES256);
    server.publishes(A, B);
    assertEquals(List.of("b"), kids(keys.find("b", ES256)));
  }

  @Test
  void issuerThatIsDownAtTheStartIsUnavailableAndHeals() {
    server.answersKeysWith((head, out, socket) -> write(out, response("503 Down", "")));
    assertInstanceOf(Unavailable.class, keys.find("a", ES256));
    server.publishes(A);
    time.advance(Duration.ofSeconds(3));
    assertEquals(List.of("a"), kids(keys.find("a", ES256)));
  }

  @Test
  @Attack("K09")
  void brokenAnswersLeaveTheKeysThatAreThere() throws Exception {
    server.publishes(A);
    keys.find("a", ES256);
    server.answersKeysWith((head, out, socket) -> write(out, response("200 OK", "null")));
    time.advance(Duration.ofHours(1));
    assertEquals(List.of("a"), kids(keys.find("a", ES256)));
    assertEquals("1 ", events.take());
    assertTrue(events.take().startsWith("1 " + server.jwksUrl() + ": did not answer"));
  }

  @Test
  @Attack("K13")
  void withdrawnKeyIsRefusedAfterTheRefresh() {
    server.publishes(A, B);
    Candidates found = assertInstanceOf(Candidates.class, keys.find("a", ES256));
    server.publishes(B);
    time.advance(Duration.ofMinutes(5));
    assertEquals(new NoSuchKey(), keys.recheck(found.keys().get(0)));
  }

  @Test
  void refreshAheadBringsTheNewKeysWithoutDelay() throws Exception {
    server.publishes(A);
    Candidates found = assertInstanceOf(Candidates.class, keys.find("a", ES256));
    events.take();
    server.publishes(B);
    time.advance(Duration.ofMinutes(4));
    assertInstanceOf(Candidates.class, keys.recheck(found.keys().get(0)));
    assertEquals("1 ", events.take());
    assertEquals(new NoSuchKey(), keys.recheck(found.keys().get(0)));
  }

  @Test
  void knownKidDoesNotWaitWhileTheIssuerHangs() throws Exception {
    server.publishes(A);
    keys.find("a", ES256);
    CountDownLatch asked = new CountDownLatch(1);
    CountDownLatch answer = new CountDownLatch(1);
    server.answersKeysWith(
        (head, out, socket) -> {
          asked.countDown();
          await(answer);
          write(out, response("200 OK", TestKey.set(A, B)));
        });
    CompletableFuture<Lookup> rotated = request("b");
    asked.await();
    assertEquals(List.of("a"), kids(keys.find("a", ES256)));
    answer.countDown();
    assertEquals(List.of("b"), kids(rotated.join()));
  }

  private static void await(CountDownLatch latch) throws IOException {
    try {
      latch.await();
    } catch (InterruptedException e) {
      throw new IOException(e);
    }
  }

  @Test
  @Attack("K10")
  void minuteOfFloodCausesThirteenForcedFetchesAtMost() {
    server.publishes(A);
    keys.find("a", ES256);
    for (int step = 0; step <= 600; step++) {
      assertEquals(new NoSuchKey(), keys.find("invented-" + step, ES256));
      assertEquals(List.of("a"), kids(keys.find("a", ES256)));
      time.advance(Duration.ofMillis(100));
    }
    assertTrue(server.keyFetches() <= 1 + 13, () -> server.keyFetches() + " fetches");
  }

  @Test
  @Attack("K11")
  void keyThatIsRotatedInAFloodIsFoundFiveSecondsLater() {
    server.publishes(A);
    keys.find("a", ES256);
    for (int rotation = 0; rotation < 40; rotation++) {
      flood(rotation * 137);
      TestKey rotated = TestKey.es256("rotated-" + rotation);
      server.publishes(A, rotated);
      flood(5000);
      assertEquals(List.of(rotated.kid()), kids(keys.find(rotated.kid(), ES256)));
    }
  }

  private void flood(int millis) {
    for (int at = 0; at < millis; at += 100) {
      keys.find("invented-" + time.nanos(), ES256);
      time.advance(Duration.ofMillis(Math.min(100, millis - at)));
    }
  }

  @Test
  @Attack("K10")
  void parallelFloodIsRefusedAndForcesNoMore() {
    server.publishes(A);
    keys.find("a", ES256);
    AtomicInteger number = new AtomicInteger();
    List<CompletableFuture<Lookup>> sent =
        IntStream.range(0, 2000).mapToObj(i -> request("k" + number.incrementAndGet())).toList();
    sent.forEach(lookup -> assertEquals(new NoSuchKey(), lookup.join()));
    assertEquals(2, server.keyFetches());
  }

  @Test
  void closedSourceAndClientLeaveNoThread() {
    server.publishes(A);
    keys.find("a", ES256);
    keys.close();
    http.close();
    assertEquals(
        List.of(),
        Thread.getAllStackTraces().keySet().stream()
            .map(Thread::getName)
            .filter(name -> name.startsWith("tambo-auth"))
            .toList());
  }
}
