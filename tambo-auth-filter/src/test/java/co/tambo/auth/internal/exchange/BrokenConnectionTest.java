package co.tambo.auth.internal.exchange;

import static co.tambo.auth.internal.exchange.Fixtures.API_KEY;
import static co.tambo.auth.internal.exchange.Fixtures.get;
import static co.tambo.auth.internal.exchange.Fixtures.settings;
import static co.tambo.auth.internal.exchange.Fixtures.subject;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import co.tambo.auth.internal.exchange.TokenExchange.Issued;
import co.tambo.auth.internal.exchange.TokenExchange.Outcome;
import co.tambo.auth.internal.exchange.TokenExchange.Unavailable;
import co.tambo.auth.internal.http.HttpFetch;
import co.tambo.auth.internal.time.TimeSource;
import co.tambo.auth.parts.Attack;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Connections that die, stay silent or drip, played byte by byte. */
class BrokenConnectionTest {

  private static final String ANSWER =
      answer(TamboServer.tokenBody("tambo-token", "3600"), "keep-alive");

  /** Plays the far side of one connection, which ends with it. */
  private interface Play {
    void on(Socket connection) throws IOException, InterruptedException;
  }

  private final HttpFetch http = HttpFetch.create();
  private final ExecutorService stage = Executors.newCachedThreadPool();
  private final CountDownLatch over = new CountDownLatch(1);
  private final AtomicInteger requests = new AtomicInteger();
  private final CopyOnWriteArrayList<String> events = new CopyOnWriteArrayList<>();
  private ServerSocket server;

  @BeforeEach
  void listen() throws IOException {
    server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
  }

  @AfterEach
  void stop() throws IOException {
    over.countDown();
    http.close();
    server.close();
    stage.shutdownNow();
  }

  private static String answer(String body, String connection) {
    return "HTTP/1.1 201 Created\r\nContent-Type: application/json\r\nConnection: "
        + connection
        + "\r\nContent-Length: "
        + body.length()
        + "\r\n\r\n"
        + body;
  }

  private void play(Play... connections) {
    stage.execute(
        () -> {
          for (Play play : connections) {
            try (Socket connection = server.accept()) {
              play.on(connection);
            } catch (IOException | InterruptedException callerIsGone) {
              return;
            }
          }
        });
  }

  private void readRequest(Socket connection) throws IOException {
    InputStream in = connection.getInputStream();
    StringBuilder request = new StringBuilder();
    while (!request.toString().endsWith("&subject_token=user-token")) {
      int octet = in.read();
      if (octet < 0) {
        throw new IOException("no request");
      }
      request.append((char) octet);
    }
    requests.incrementAndGet();
  }

  private void answerOne(Socket connection) throws IOException {
    readRequest(connection);
    connection.getOutputStream().write(ANSWER.getBytes(StandardCharsets.US_ASCII));
    connection.getOutputStream().flush();
  }

  private TokenExchange exchange(Duration timeout) {
    ExchangeEvents recording =
        new ExchangeEvents() {
          @Override
          public void exchanged(Duration took, int status, Outcome outcome, String reason) {
            events.add(status + " " + reason);
          }
        };
    URI url = URI.create("http://127.0.0.1:" + server.getLocalPort());
    return new TamboTokenExchange(
        settings(url, timeout), API_KEY, http, TimeSource.system(), recording);
  }

  private Outcome call(Duration timeout) {
    return get(exchange(timeout).exchange(subject("user-token")));
  }

  @Test
  void aConnectionThatWentStaleInThePoolCostsOneRepetition() {
    play(
        connection -> {
          answerOne(connection);
          readRequest(connection);
        },
        this::answerOne);
    TokenExchange exchange = exchange(Fixtures.TIMEOUT);
    assertInstanceOf(Issued.class, get(exchange.exchange(subject("user-token"))));
    assertInstanceOf(Issued.class, get(exchange.exchange(subject("user-token"))));
    assertEquals(3, requests.get());
    assertEquals(2, events.size());
  }

  @Test
  @Attack("X07")
  void aCallIsRepeatedOnceOnly() {
    play(this::readRequest, this::readRequest, this::readRequest);
    assertInstanceOf(Unavailable.class, call(Fixtures.TIMEOUT));
    assertEquals(2, requests.get());
    assertEquals("[0 no_answer]", events.toString());
  }

  @Test
  @Attack("X07")
  void aCallIsNotRepeatedOnceAnAnswerHasBegun() {
    play(
        connection -> {
          readRequest(connection);
          String half = ANSWER.substring(0, ANSWER.length() - 9);
          connection.getOutputStream().write(half.getBytes(StandardCharsets.US_ASCII));
        },
        this::answerOne);
    assertInstanceOf(Unavailable.class, call(Fixtures.TIMEOUT));
    assertEquals(1, requests.get());
  }

  @Test
  void aRefusedConnectionIsAnOutage() throws IOException {
    server.close();
    assertInstanceOf(Unavailable.class, call(Fixtures.TIMEOUT));
    assertEquals("[0 connect]", events.toString());
  }

  @Test
  @Attack("X08")
  void silenceEndsAtTheDeadline() {
    play(
        connection -> {
          readRequest(connection);
          over.await();
        });
    assertInstanceOf(Unavailable.class, call(Duration.ofMillis(300)));
    assertEquals("[0 deadline]", events.toString());
  }

  @Test
  @Attack("X08")
  void aDrippingBodyEndsAtTheDeadline() {
    play(
        connection -> {
          readRequest(connection);
          for (byte octet : ANSWER.getBytes(StandardCharsets.US_ASCII)) {
            connection.getOutputStream().write(octet);
            if (over.await(10, TimeUnit.MILLISECONDS)) {
              return;
            }
          }
        });
    assertInstanceOf(Unavailable.class, call(Duration.ofMillis(500)));
    assertEquals("[0 deadline]", events.toString());
  }
}
