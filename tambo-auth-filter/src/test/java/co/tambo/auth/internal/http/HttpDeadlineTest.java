package co.tambo.auth.internal.http;

import static co.tambo.auth.internal.http.SocketServer.ok;
import static co.tambo.auth.internal.http.SocketServer.write;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import co.tambo.auth.internal.http.HttpFetch.Answer;
import co.tambo.auth.internal.http.HttpFetch.Cause;
import co.tambo.auth.internal.http.HttpFetch.Failure;
import co.tambo.auth.internal.http.HttpFetch.Outcome;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpRequest;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@Timeout(30)
@ParameterizedClass
@EnumSource(Client.class)
class HttpDeadlineTest {

  private static final Duration LONG = Duration.ofSeconds(20);
  private static final Duration SHORT = Duration.ofSeconds(1);

  private final HttpFetch fetch;

  HttpDeadlineTest(Client client) {
    fetch = client.open();
  }

  @AfterEach
  void close() {
    fetch.close();
  }

  private static HttpRequest get(URI uri) {
    return HttpRequest.newBuilder(uri).header("Authorization", "Bearer canary").build();
  }

  private Outcome outcome(SocketServer server, Duration deadline) {
    return fetch.send(get(server.uri("/")), deadline, 1000).join();
  }

  private Failure failure(SocketServer.Script script, Duration deadline) throws IOException {
    try (SocketServer server = SocketServer.start(script)) {
      return assertInstanceOf(Failure.class, outcome(server, deadline));
    }
  }

  private static void hang(Socket socket) throws IOException {
    assertEquals(-1, socket.getInputStream().read());
  }

  private static void drip(OutputStream out, String piece, long millis, CountDownLatch hungUp)
      throws IOException {
    try {
      while (true) {
        write(out, piece);
        pause(millis);
      }
    } catch (IOException gone) {
      hungUp.countDown();
      throw gone;
    }
  }

  private static void pause(long millis) {
    try {
      assertFalse(new CountDownLatch(1).await(millis, TimeUnit.MILLISECONDS));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Test
  void endlessBodyIsHungUpOn() throws Exception {
    CountDownLatch hungUp = new CountDownLatch(1);
    SocketServer.Script endless =
        (head, out, socket) -> {
          write(out, "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n");
          drip(out, "4\r\nmore\r\n", 0, hungUp);
        };
    try (SocketServer server = SocketServer.start(endless)) {
      assertEquals(Cause.TOO_LARGE, assertInstanceOf(Failure.class, outcome(server, LONG)).cause());
      assertTrue(hungUp.await(10, TimeUnit.SECONDS));
    }
  }

  @Test
  void silenceEndsAtTheDeadlineAndHangsUp() throws Exception {
    CountDownLatch hungUp = new CountDownLatch(1);
    SocketServer.Script script =
        (head, out, socket) -> {
          hang(socket);
          hungUp.countDown();
        };
    try (SocketServer server = SocketServer.start(script)) {
      Failure failure = assertInstanceOf(Failure.class, outcome(server, SHORT));
      assertEquals(Cause.DEADLINE, failure.cause());
      assertTrue(hungUp.await(10, TimeUnit.SECONDS));
    }
  }

  @Test
  void dripEndsAtTheDeadlineAndHangsUp() throws Exception {
    CountDownLatch hungUp = new CountDownLatch(1);
    SocketServer.Script script =
        (head, out, socket) -> {
          write(out, "HTTP/1.1 200 OK\r\nContent-Length: 900\r\n\r\n");
          drip(out, "x", 50, hungUp);
        };
    try (SocketServer server = SocketServer.start(script)) {
      assertEquals(Cause.DEADLINE, assertInstanceOf(Failure.class, outcome(server, SHORT)).cause());
      assertTrue(hungUp.await(10, TimeUnit.SECONDS));
    }
  }

  @Test
  void manyConcurrentCallsAllEnd() throws IOException {
    try (SocketServer server = SocketServer.start(ok("x"))) {
      List<CompletableFuture<Outcome>> sent =
          IntStream.range(0, 300)
              .mapToObj(i -> fetch.send(get(server.uri("/")), LONG, 10))
              .toList();
      sent.forEach(outcome -> assertInstanceOf(Answer.class, outcome.join()));
    }
  }

  @Test
  void manyHangingCallsEndAtTheirDeadlines() throws IOException {
    try (SocketServer server = SocketServer.start((head, out, socket) -> hang(socket))) {
      List<CompletableFuture<Outcome>> sent =
          IntStream.range(0, 200)
              .mapToObj(i -> fetch.send(get(server.uri("/")), SHORT, 10))
              .toList();
      sent.forEach(
          outcome ->
              assertEquals(
                  Cause.DEADLINE, assertInstanceOf(Failure.class, outcome.join()).cause()));
    }
  }

  @Test
  void cancelledCallHangsUp() throws Exception {
    CountDownLatch arrived = new CountDownLatch(1);
    CountDownLatch hungUp = new CountDownLatch(1);
    SocketServer.Script script =
        (head, out, socket) -> {
          arrived.countDown();
          hang(socket);
          hungUp.countDown();
        };
    try (SocketServer server = SocketServer.start(script)) {
      CompletableFuture<Outcome> sent = fetch.send(get(server.uri("/")), LONG, 10);
      assertTrue(arrived.await(10, TimeUnit.SECONDS));
      sent.cancel(true);
      assertTrue(hungUp.await(10, TimeUnit.SECONDS));
    }
  }

  @Test
  void closeEndsCallsUnderWay() throws Exception {
    CountDownLatch arrived = new CountDownLatch(1);
    SocketServer.Script script =
        (head, out, socket) -> {
          arrived.countDown();
          hang(socket);
        };
    try (SocketServer server = SocketServer.start(script)) {
      CompletableFuture<Outcome> sent = fetch.send(get(server.uri("/")), LONG, 10);
      assertTrue(arrived.await(10, TimeUnit.SECONDS));
      fetch.close();
      assertEquals(new Failure(Cause.BROKEN, "closed"), sent.join());
    }
  }

  @Test
  void closedClientFailsAtOnce() throws IOException {
    fetch.close();
    assertEquals(Cause.BROKEN, failure(ok("x"), LONG).cause());
  }
}
