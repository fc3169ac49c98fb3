package co.tambo.auth.internal.http;

import static co.tambo.auth.internal.http.SocketServer.ok;
import static co.tambo.auth.internal.http.SocketServer.response;
import static co.tambo.auth.internal.http.SocketServer.write;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import co.tambo.auth.internal.http.HttpFetch.Answer;
import co.tambo.auth.internal.http.HttpFetch.Cause;
import co.tambo.auth.internal.http.HttpFetch.Failure;
import co.tambo.auth.internal.http.HttpFetch.Outcome;
import co.tambo.auth.parts.Attack;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@Timeout(30)
@ParameterizedClass
@EnumSource(Client.class)
class HttpFetchTest {

  private static final Duration LONG = Duration.ofSeconds(20);

  private final HttpFetch fetch;

  HttpFetchTest(Client client) {
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

  @Test
  void answerIsReadToItsEnd() throws IOException {
    try (SocketServer server = SocketServer.start(ok("hello"))) {
      Answer answer = assertInstanceOf(Answer.class, outcome(server, LONG));
      assertEquals(200, answer.status());
      assertArrayEquals("hello".getBytes(StandardCharsets.UTF_8), answer.body());
    }
  }

  @Test
  void requestAsksForNoCompressionAndSendsNoCookie() throws IOException {
    List<String> seen = new CopyOnWriteArrayList<>();
    SocketServer.Script script =
        (head, out, socket) -> {
          seen.add(head.toLowerCase(Locale.ROOT));
          write(out, response("200 OK", "", "Set-Cookie: a=b"));
        };
    try (SocketServer server = SocketServer.start(script)) {
      outcome(server, LONG);
      outcome(server, LONG);
    }
    assertFalse(seen.toString().contains("accept-encoding"));
    assertFalse(seen.toString().contains("cookie"));
  }

  @Test
  void redirectIsAnAnswer() throws IOException {
    try (SocketServer target = SocketServer.start(ok("stolen"));
        SocketServer server =
            SocketServer.start(
                (head, out, socket) ->
                    write(out, response("307 Go", "", "Location: " + target.uri("/"))))) {
      assertEquals(307, assertInstanceOf(Answer.class, outcome(server, LONG)).status());
      assertEquals(0, target.requests());
    }
  }

  @Test
  @Attack("K19")
  void refusedConnectionIsConnect() throws IOException {
    URI uri;
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      uri = URI.create("http://127.0.0.1:" + socket.getLocalPort() + "/");
    }
    Failure failure = assertInstanceOf(Failure.class, fetch.send(get(uri), LONG, 10).join());
    assertEquals(Cause.CONNECT, failure.cause());
  }

  @Test
  @Attack("K19")
  void unknownHostIsConnect() {
    URI uri = URI.create("https://no-such-host.invalid/");
    Failure failure = assertInstanceOf(Failure.class, fetch.send(get(uri), LONG, 10).join());
    assertEquals(Cause.CONNECT, failure.cause());
    assertTrue(failure.detail().startsWith("no-such-host.invalid: "), failure.detail());
  }

  @Test
  void failedTlsHandshakeIsConnect() throws Exception {
    try (ServerSocket plain = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      URI uri = URI.create("https://127.0.0.1:" + plain.getLocalPort() + "/");
      CompletableFuture<Outcome> sent = fetch.send(get(uri), LONG, 10);
      try (Socket socket = plain.accept()) {
        write(socket.getOutputStream(), "HTTP/1.1 400 Bad Request\r\n\r\n");
        assertEquals(Cause.CONNECT, assertInstanceOf(Failure.class, sent.join()).cause());
      }
    }
  }

  @Test
  void connectionThatEndsBeforeAnyByteIsNoAnswer() throws IOException {
    Failure failure = failure((head, out, socket) -> socket.close(), LONG);
    assertEquals(Cause.NO_ANSWER, failure.cause());
  }

  @Test
  void resetBeforeAnyByteIsNoAnswer() throws IOException {
    SocketServer.Script reset =
        (head, out, socket) -> {
          socket.setSoLinger(true, 0);
          socket.close();
        };
    assertEquals(Cause.NO_ANSWER, failure(reset, LONG).cause());
  }

  @Test
  void connectionThatEndsInTheHeadersIsBroken() throws IOException {
    SocketServer.Script script =
        (head, out, socket) -> {
          write(out, "HTTP/1.1 200 OK\r\nX-Sec");
          socket.close();
        };
    assertEquals(Cause.BROKEN, failure(script, LONG).cause());
  }

  @Test
  void connectionThatEndsInTheStatusLineIsBroken() throws IOException {
    SocketServer.Script script =
        (head, out, socket) -> {
          write(out, "HTTP/1.1 2");
          socket.close();
        };
    assertEquals(Cause.BROKEN, failure(script, LONG).cause());
  }

  @Test
  void connectionThatEndsInTheBodyIsBroken() throws IOException {
    SocketServer.Script script =
        (head, out, socket) -> {
          write(out, "HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\nshort");
          socket.close();
        };
    assertEquals(Cause.BROKEN, failure(script, LONG).cause());
  }

  @Test
  void answerThatIsNoHttpIsBroken() throws IOException {
    SocketServer.Script script = (head, out, socket) -> write(out, "220 secret mail ready\r\n\r\n");
    Failure failure = failure(script, LONG);
    assertEquals(Cause.BROKEN, failure.cause());
    assertFalse(failure.detail().contains("secret"), failure.detail());
  }

  @Test
  @Attack({"K07", "X10"})
  void compressedBodyIsBroken() throws IOException {
    SocketServer.Script script =
        (head, out, socket) -> write(out, response("200 OK", "zip", "Content-Encoding: gzip"));
    assertEquals(Cause.BROKEN, failure(script, LONG).cause());
  }

  @Test
  void bodyOfTheLimitIsReadAndOneByteMoreIsNot() throws IOException {
    try (SocketServer server = SocketServer.start(ok("x".repeat(1000)))) {
      assertInstanceOf(Answer.class, outcome(server, LONG));
    }
    assertEquals(Cause.TOO_LARGE, failure(ok("x".repeat(1001)), LONG).cause());
  }

  @Test
  void detailNamesTheHostAndNothingElseOfTheRequest() throws IOException {
    try (SocketServer server = SocketServer.start((head, out, socket) -> socket.close())) {
      URI uri = server.uri("/path-canary?query-canary");
      Failure failure = assertInstanceOf(Failure.class, fetch.send(get(uri), LONG, 10).join());
      assertTrue(failure.detail().startsWith("127.0.0.1: "), failure.detail());
      assertFalse(failure.detail().contains("canary"), failure.detail());
    }
  }
}
