package co.tambo.auth.testing;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class FakeTamboTest {

  private final FakeIssuer issuer = FakeIssuer.start();
  private final FakeTambo tambo = FakeTambo.trusting(issuer);
  private final TamboCalls calls = new TamboCalls(tambo);

  @AfterEach
  void stop() {
    tambo.close();
    issuer.close();
  }

  @Test
  void trustedIssuersTokenIsExchanged() throws Exception {
    HttpResponse<String> answer = calls.exchange(issuer.token("alice").text());

    assertEquals(201, answer.statusCode());
    Map<String, @Nullable Object> claims = Jwt.decode(TamboCalls.accessToken(answer));
    assertEquals("alice", claims.get("sub"));
    assertEquals(tambo.project().id(), claims.get("iss"));
    assertEquals("tambo", claims.get("aud"));
    assertEquals(issuer.issuer(), claims.get("original_iss"));
  }

  @Test
  void issuersKeysAreFetchedForEveryExchange() {
    calls.exchange(issuer.token("alice").text());
    calls.exchange(issuer.token("alice").text());

    assertEquals(2, issuer.discoveryRequests());
    assertEquals(2, issuer.keySetRequests());
  }

  @Test
  void untrustedIssuersTokenIsRefused() {
    try (FakeIssuer stranger = FakeIssuer.start()) {
      HttpResponse<String> answer = calls.exchange(stranger.token("alice").text());

      assertEquals(401, answer.statusCode());
      assertEquals(0, stranger.discoveryRequests());
    }
  }

  @Test
  void tokenWithoutKidIsRefusedWhenTwoKeysFit() {
    String token = issuer.token("alice").withoutHeader("kid").text();
    assertEquals(201, calls.exchange(token).statusCode());

    issuer.rotateKeys();
    assertEquals(401, calls.exchange(token).statusCode());
  }

  @Test
  void exchangesAreCountedByToken() {
    String alice = issuer.token("alice").text();
    calls.exchange(alice);
    calls.exchange(alice);
    calls.exchange(issuer.token("bob").text());

    assertEquals(3, tambo.exchanges());
    assertEquals(2, tambo.exchangesOf(alice));
    assertEquals(0, tambo.exchangesOf("never seen"));
  }

  @Test
  void lastRequestShowsWhatWasSent() {
    calls.exchange("opaque+token");

    ReceivedRequest last = tambo.lastRequest().orElseThrow();
    assertEquals("POST", last.method());
    assertEquals("/oauth/token", last.path());
    assertEquals(tambo.apiKey(), last.header("X-API-KEY").orElseThrow());
    assertEquals(List.of("opaque+token"), last.form().get("subject_token"));
  }

  @Test
  void opaqueTokenIsItsHashInModeNone() throws Exception {
    tambo.project().validateBy(ValidationMode.none());

    assertEquals(
        "opaque:84d3f23da9b5f51b3269566eff05d3fb23607eeef89567f9cd280b90ca0dbc5c",
        Jwt.decode(TamboCalls.accessToken(calls.exchange("opaque-token"))).get("sub"));
  }

  @Test
  void sameUserInOneSecondGetsTheSameToken() throws Exception {
    try (FakeTambo still = FakeTambo.start(() -> Instant.EPOCH)) {
      still.project().validateBy(ValidationMode.none());
      HttpRequest.Builder request =
          Http.request(still.url() + "/oauth/token")
              .POST(BodyPublishers.ofString(TamboCalls.form("opaque")))
              .header("Content-Type", "application/x-www-form-urlencoded");
      String first = TamboCalls.accessToken(TamboCalls.send(request.copy(), still.apiKey()));

      assertEquals(first, TamboCalls.accessToken(TamboCalls.send(request, still.apiKey())));
    }
  }
}
