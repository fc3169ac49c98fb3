package co.tambo.auth.internal.keys;

import static co.tambo.auth.internal.http.SocketServer.response;
import static co.tambo.auth.internal.http.SocketServer.write;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import co.tambo.auth.internal.http.HttpFetch;
import co.tambo.auth.internal.http.SocketServer;
import co.tambo.auth.internal.keys.KeySetFetch.Failed;
import co.tambo.auth.internal.keys.KeySetFetch.Fetched;
import co.tambo.auth.internal.time.TestTime;
import co.tambo.auth.parts.Attack;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(30)
class KeySetFetchTest {

  private static final TestKey A = TestKey.es256("a");

  private final HttpFetch http = HttpFetch.create();
  private final KeyServer server = new KeyServer();

  @AfterEach
  void close() throws IOException {
    http.close();
    server.close();
  }

  private KeySetFetch direct() {
    return KeySetFetch.at(server.jwksUrl(), http, TestKey.ALLOWED, new TestTime());
  }

  private KeySetFetch discovered(String... issuers) {
    return KeySetFetch.discovered(Arrays.asList(issuers), http, TestKey.ALLOWED, new TestTime());
  }

  private static String problem(KeySetFetch fetch) {
    return assertInstanceOf(Failed.class, fetch.fetch().join()).problem();
  }

  private static Fetched fetched(KeySetFetch fetch) {
    return assertInstanceOf(Fetched.class, fetch.fetch().join());
  }

  @Test
  void keysAreFetchedFromTheirAddress() {
    server.publishes(A);
    assertEquals(TestKey.admitted(A), fetched(direct()).keys());
  }

  @Test
  void maxAgeIsRead() {
    String answer = response("200 OK", TestKey.set(A), "Cache-Control: public, max-age=90");
    server.answersKeysWith((head, out, socket) -> write(out, answer));
    assertEquals(Optional.of(Duration.ofSeconds(90)), fetched(direct()).maxAge());
  }

  @Test
  @Attack("K08")
  void unusableNeighbourIsLeftOutAndSaid() {
    String set = TestKey.set(A, new TestKey("odd", "{\"kty\":\"EC\",\"crv\":\"P-999\"}"));
    server.answersKeysWith((head, out, socket) -> write(out, response("200 OK", set)));
    assertEquals(TestKey.admitted(A), fetched(direct()).keys());
    assertEquals(1, fetched(direct()).problems().size());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "null",
        "[]",
        "[null]",
        "<html></html>",
        "{}",
        "{\"keys\":null}",
        "{\"keys\":[]}",
        "{\"keys\":[null]}",
        "{\"keys\":[{\"kty\":\"oct\",\"k\":\"c2VjcmV0\"}]}",
        "{\"keys\":[]}{\"keys\":[]}",
        "{\"keys\":[],\"keys\":[]}"
      })
  @Attack("K09")
  void answerWithoutUsableKeyIsAFailure(String body) {
    server.answersKeysWith((head, out, socket) -> write(out, response("200 OK", body)));
    assertTrue(problem(direct()).startsWith(server.jwksUrl() + ": "));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"201 Created", "203 Other", "400 Bad", "404 Not Found", "500 Oops", "503 Down"})
  void statusOtherThan200IsAFailure(String status) {
    String answer = response(status, TestKey.set(A));
    server.answersKeysWith((head, out, socket) -> write(out, answer));
    assertEquals(server.jwksUrl() + ": answered " + status.substring(0, 3), problem(direct()));
  }

  @Test
  void noContentIsAFailure() {
    server.answersKeysWith((head, out, socket) -> write(out, "HTTP/1.1 204 None\r\n\r\n"));
    assertEquals(server.jwksUrl() + ": answered 204", problem(direct()));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"300 Many", "301 Moved", "302 Found", "303 Other", "307 Temp", "308 Perm"})
  @Attack("K02")
  void redirectOfTheKeySetIsNotFollowed(String status) throws IOException {
    try (SocketServer target = SocketServer.start(SocketServer.ok(TestKey.set(A)))) {
      String answer = response(status, "", "Location: " + target.uri("/"));
      server.answersKeysWith((head, out, socket) -> write(out, answer));
      assertTrue(problem(direct()).endsWith(", not followed"));
      assertEquals(0, target.requests());
    }
  }

  @Test
  @Attack("K07")
  void setOverTheLimitIsAFailure() {
    String set = TestKey.set(A) + " ".repeat(DocumentFetch.MAX_BYTES);
    server.answersKeysWith((head, out, socket) -> write(out, response("200 OK", set)));
    assertTrue(problem(direct()).endsWith("more than 262144 bytes"));
  }

  @Test
  @Attack("K06")
  void dripEndsAtTheDeadline() {
    server.answersKeysWith(
        (head, out, socket) -> {
          write(out, "HTTP/1.1 200 OK\r\nContent-Length: 100000\r\n\r\n");
          while (true) {
            write(out, " ");
            pause();
          }
        });
    assertTrue(problem(discovered(server.issuer())).endsWith(" within 4000 ms"));
  }

  private static void pause() throws IOException {
    try {
      boolean never = new CountDownLatch(1).await(300, TimeUnit.MILLISECONDS);
      assertEquals(false, never);
    } catch (InterruptedException e) {
      throw new IOException(e);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"http://keys.example/", "file:///keys.json", "https:/keys", "ftp://127.0.0.1/"})
  @Attack("K03")
  void unsafeKeySetAddressIsSaidAtOnce(String address) {
    URI uri = URI.create(address);
    assertThrows(
        IllegalArgumentException.class,
        () -> KeySetFetch.at(uri, http, TestKey.ALLOWED, new TestTime()));
  }
}
