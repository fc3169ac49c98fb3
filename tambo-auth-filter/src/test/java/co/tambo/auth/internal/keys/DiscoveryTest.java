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
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(30)
class DiscoveryTest {

  private static final TestKey A = TestKey.es256("a");

  private final HttpFetch http = HttpFetch.create();
  private final KeyServer server = new KeyServer();

  @AfterEach
  void close() throws IOException {
    http.close();
    server.close();
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

  private void answerDiscovery(String issuer, String jwksUri) {
    String document = KeyServer.discovery(issuer, jwksUri);
    server.answersDiscoveryWith((head, out, socket) -> write(out, response("200 OK", document)));
  }

  @Test
  void keysAreFoundByDiscovery() {
    server.publishes(A);
    assertEquals(TestKey.admitted(A), fetched(discovered(server.issuer())).keys());
    assertEquals(1, server.discoveries());
  }

  @ParameterizedTest
  @ValueSource(strings = {"301 Moved", "302 Found", "303 Other", "307 Temp", "308 Perm"})
  @Attack("K02")
  void redirectOfTheDiscoveryDocumentIsNotFollowed(String status) throws IOException {
    try (SocketServer target = SocketServer.start(SocketServer.ok("{}"))) {
      String answer = response(status, "", "Location: " + target.uri("/"));
      server.answersDiscoveryWith((head, out, socket) -> write(out, answer));
      assertTrue(problem(discovered(server.issuer())).endsWith(", not followed"));
      assertEquals(0, target.requests());
    }
  }

  @Test
  void discoveryLeavesTheKeysOnlyTheRestOfTheDeadline() {
    TestTime time = new TestTime();
    KeySetFetch fetch =
        KeySetFetch.discovered(List.of(server.issuer()), http, TestKey.ALLOWED, time);
    String document = KeyServer.discovery(server.issuer(), server.jwksUrl().toString());
    server.answersDiscoveryWith(
        (head, out, socket) -> {
          time.advance(Duration.ofMillis(3900));
          write(out, response("200 OK", document));
        });
    server.answersKeysWith((head, out, socket) -> socket.getInputStream().read());
    assertTrue(problem(fetch).endsWith(" within 100 ms"));
  }

  @Test
  @Attack("K05")
  void otherIssuerIsRefusedAndBothAreNamed() {
    answerDiscovery("https://other.example/\\u000aforged", server.jwksUrl().toString());
    String problem = problem(discovered(server.issuer()));
    assertTrue(problem.contains("'https://other.example/\\u000aforged'"), problem);
    assertTrue(problem.contains("configured is '" + server.issuer() + "'"), problem);
    assertEquals(0, server.keyFetches());
  }

  @Test
  void trailingSlashMakesAnotherIssuerAndIsNamed() {
    answerDiscovery(server.issuer(), server.jwksUrl().toString());
    String problem = problem(discovered(server.issuer() + "/"));
    assertTrue(problem.endsWith("; they differ in the trailing slash"), problem);
    assertEquals(1, server.discoveries());
    answerDiscovery(server.issuer() + "/", server.jwksUrl().toString());
    assertTrue(
        problem(discovered(server.issuer())).endsWith("; they differ in the trailing slash"));
    answerDiscovery(server.issuer() + "//", server.jwksUrl().toString());
    assertTrue(problem(discovered(server.issuer())).endsWith("'" + server.issuer() + "'"));
  }

  @Test
  void issuerWithTrailingSlashIsFound() {
    server.publishes(A);
    answerDiscovery(server.issuer() + "/", server.jwksUrl().toString());
    assertEquals(TestKey.admitted(A), fetched(discovered(server.issuer() + "/")).keys());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://keys.example/jwks",
        "file:///etc/passwd",
        "jar:file:/a.jar!/b",
        "keys",
        "",
        "https://user@keys.example/jwks",
        "http://127.evil.example/jwks",
        "https://bad host/"
      })
  @Attack({"K03", "K05"})
  void unsafeJwksUriIsRefused(String jwksUri) {
    answerDiscovery(server.issuer(), jwksUri);
    assertTrue(problem(discovered(server.issuer())).contains(": its jwks_uri is not https: "));
  }

  @Test
  void missingJwksUriIsAFailure() {
    String document = "{\"issuer\":\"" + server.issuer() + "\",\"jwks_uri\":7}";
    server.answersDiscoveryWith((head, out, socket) -> write(out, response("200 OK", document)));
    assertTrue(problem(discovered(server.issuer())).endsWith(": has no jwks_uri"));
  }

  @Test
  void firstIssuerThatCanBeAskedIsAsked() {
    server.publishes(A);
    assertEquals(
        TestKey.admitted(A), fetched(discovered("accounts.example", server.issuer())).keys());
  }

  @ParameterizedTest
  @ValueSource(strings = {"accounts.example", "http://issuer.example", "https://a.example/?x=1"})
  @Attack("K03")
  void issuersThatCannotBeAskedAreSaidAtOnce(String issuer) {
    assertThrows(IllegalArgumentException.class, () -> discovered(issuer));
  }

  @ParameterizedTest
  @CsvSource({
    "https://a.example,https://a.example/.well-known/openid-configuration",
    "https://a.example/,https://a.example/.well-known/openid-configuration",
    "https://a.example/t,https://a.example/t/.well-known/openid-configuration",
    "https://a.example/t/,https://a.example/t/.well-known/openid-configuration",
  })
  void discoveryAddressHasOneSlash(String issuer, String address) {
    assertEquals(URI.create(address), Discovery.address(issuer));
  }
}
