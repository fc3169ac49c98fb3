package co.tambo.servers.load;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import co.tambo.servers.load.LoadReport.Phase;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LoadTest {

  private static final LoadCall ALICE = new LoadCall("secret-token", "alice");

  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final CountDownLatch neverAnswered = new CountDownLatch(1);
  private final AtomicInteger arrived = new AtomicInteger();
  private HttpServer server;
  private volatile int status = 200;
  private volatile String body = "{\"name\":\"alice\"}";

  @BeforeEach
  void start() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(threads);
    server.createContext("/me", this::answer);
    server.createContext("/hangs", this::hang);
    server.start();
  }

  @AfterEach
  void stop() {
    neverAnswered.countDown();
    server.stop(0);
    threads.shutdownNow();
  }

  @Test
  void everyRequestIsSentAndJudged() throws Exception {
    LoadReport report = load("/me").send(200);
    assertEquals(200, report.sent());
    assertEquals(200, arrived.get());
    assertEquals(Map.of(200, 200), report.statuses());
    report.requireAllGood();
  }

  @Test
  void requestsRunBeforeWhileAndAfterTheEvent() throws Exception {
    AtomicInteger atTheEvent = new AtomicInteger();
    LoadReport report =
        load("/me")
            .during(
                300,
                () -> {
                  atTheEvent.set(arrived.get());
                  awaitArrivals(atTheEvent.get() + 50);
                });
    assertTrue(atTheEvent.get() >= 100, report::toString);
    assertTrue(report.sent(Phase.DURING) >= 40, report::toString);
    assertTrue(report.sent(Phase.AFTER) >= 100, report::toString);
    assertTrue(report.sent() >= 300, report::toString);
    report.requireAllGood();
  }

  @Test
  void anotherUsersNameIsAFailure() throws Exception {
    body = "{\"name\":\"bob\"}";
    LoadReport report = load("/me").send(5);
    assertEquals(0, report.good().get(Phase.BEFORE));
    assertEquals("BEFORE: named 'bob' instead of alice", report.failures().get(0));
    assertThrows(AssertionError.class, report::requireAllGood);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "[]", "alice", "{\"subject\":\"alice\"}", "{\"name\":7}"})
  void answerThatNamesNobodyIsAFailure(String other) throws Exception {
    body = other;
    assertEquals(5, load("/me").send(5).bad().get(Phase.BEFORE));
  }

  @Test
  void refusalIsToldWithItsCode() throws Exception {
    status = 503;
    body = "{\"code\":\"TAMBO-203\"}";
    LoadReport report = load("/me").send(5);
    assertEquals(Map.of(503, 5), report.statuses());
    assertEquals("BEFORE: 503 instead of 200, TAMBO-203", report.failures().get(0));
  }

  @Test
  void failureWhileTheEventTakesPlaceIsCounted() throws Exception {
    LoadReport report =
        load("/me")
            .during(
                30,
                () -> {
                  status = 500;
                  awaitArrivals(arrived.get() + 20);
                  status = 200;
                });
    assertTrue(report.bad().get(Phase.DURING) > 0, report::toString);
    assertThrows(AssertionError.class, report::requireAllGood);
  }

  @Test
  void serverThatIsGoneIsNoAnswer() throws Exception {
    server.stop(0);
    LoadReport report = load("/me").send(5);
    assertEquals(Map.of(0, 5), report.statuses());
  }

  @Test
  void tokenThatCannotBeHadIsAFailure() throws Exception {
    LoadReport report =
        Load.on(
                address("/me"),
                () -> {
                  throw new IllegalStateException("no Keycloak");
                })
            .send(5);
    assertEquals(5, report.bad().get(Phase.BEFORE));
    assertEquals(0, arrived.get());
  }

  @Test
  void hangingServerEndsTheLoadAtItsLimit() throws Exception {
    LoadReport report = load("/hangs").within(100, Duration.ofMillis(300)).send(100);
    assertTrue(report.ranOut());
    assertThrows(AssertionError.class, report::requireAllGood);
  }

  @Test
  void loadThatRunsOutOfRequestsIsIncomplete() throws Exception {
    LoadReport report = load("/me").within(50, Duration.ofMinutes(1)).during(300, () -> {});
    assertEquals(50, report.sent());
    assertTrue(report.ranOut());
  }

  @Test
  void failureOfTheEventIsTheCallers() {
    assertThrows(
        IOException.class,
        () ->
            load("/me")
                .during(
                    10,
                    () -> {
                      throw new IOException("Keycloak does not start");
                    }));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"http://192.0.2.1/me", "https://127.0.0.1/me", "http://[2001:db8::1]/", "file:/x"})
  void addressElsewhereIsRefused(String elsewhere) {
    Load load = Load.on(URI.create(elsewhere), () -> ALICE);
    assertThrows(IllegalArgumentException.class, () -> load.send(1));
  }

  @Test
  void tokenIsNotPrinted() throws Exception {
    status = 401;
    String text = load("/me").send(5) + " " + ALICE;
    assertFalse(text.contains("secret"), text);
  }

  private Load load(String path) {
    return Load.on(address(path), () -> ALICE).within(100_000, Duration.ofMinutes(1));
  }

  private URI address(String path) {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + path);
  }

  private void awaitArrivals(int count) {
    while (arrived.get() < count) {
      Thread.onSpinWait();
    }
  }

  private void answer(HttpExchange exchange) throws IOException {
    arrived.incrementAndGet();
    try (exchange) {
      int answer = "Bearer secret-token".equals(authorization(exchange)) ? status : 400;
      byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
      exchange.sendResponseHeaders(answer, bytes.length == 0 ? -1 : bytes.length);
      exchange.getResponseBody().write(bytes);
    }
  }

  private static String authorization(HttpExchange exchange) {
    return exchange.getRequestHeaders().getFirst("Authorization");
  }

  private void hang(HttpExchange exchange) {
    try (exchange) {
      neverAnswered.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
