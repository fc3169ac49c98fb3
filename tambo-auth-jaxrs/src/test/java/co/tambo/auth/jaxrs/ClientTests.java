package co.tambo.auth.jaxrs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import co.tambo.auth.TamboAuth;
import co.tambo.auth.TamboAuthConfig;
import co.tambo.auth.TamboAuthListener;
import co.tambo.auth.TamboAuthenticator;
import co.tambo.auth.contract.HeaderRequest;
import co.tambo.auth.testing.FakeIssuer;
import co.tambo.auth.testing.FakeTambo;
import jakarta.ws.rs.client.Client;
import jakarta.ws.rs.client.ClientBuilder;
import jakarta.ws.rs.client.Entity;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What the client filter adds, and where. */
abstract class ClientTests {

  private final Client client = ClientBuilder.newClient();
  private final RecordingServer tambo = RecordingServer.start();
  private final TamboAuthenticator authenticator = byKey(tambo.url());
  private final TamboAuth bob = user(authenticator, "X-User", "bob");

  @AfterEach
  void stop() {
    client.close();
    authenticator.close();
    tambo.close();
  }

  @Test
  void keyGoesIntoTheQuery() {
    client.register(new TamboClientRequestFilter(bob));
    client.target(tambo.url()).path("/v1/threads").queryParam("limit", 2).request().get().close();
    assertEquals("limit=2&userKey=bob", tambo.last().uri().getQuery());
    assertEquals(List.of("the-api-key"), tambo.last().headers().get("x-api-key"));
    assertNull(tambo.last().headers().get("Authorization"));
  }

  @Test
  void keyGoesIntoTheBody() {
    client.register(new TamboClientRequestFilter(bob));
    post(Entity.json("{\"metadata\":{\"a\":1}}"));
    assertEquals("{\"metadata\":{\"a\":1},\"userKey\":\"bob\"}", tambo.last().body());
    assertNull(tambo.last().uri().getQuery());
  }

  @Test
  void keyGoesIntoABodyThatIsWrittenAsAStream() {
    client.register(new TamboClientRequestFilter(bob));
    StreamingOutput body = output -> output.write("{\"a\":1}".getBytes(StandardCharsets.UTF_8));
    post(Entity.entity(body, MediaType.APPLICATION_JSON));
    assertEquals("{\"a\":1,\"userKey\":\"bob\"}", tambo.last().body());
  }

  @Test
  void keyMakesABodyWhereThereIsNone() {
    client.register(new TamboClientRequestFilter(bob));
    client.target(tambo.url()).path("/v1/threads").request().method("POST").close();
    assertEquals("{\"userKey\":\"bob\"}", tambo.last().body());
    assertEquals(List.of("application/json"), tambo.last().headers().get("Content-Type"));
  }

  @Test
  void bodyThatChoosesAUserIsRefused() {
    client.register(new TamboClientRequestFilter(bob));
    assertThrows(RuntimeException.class, () -> post(Entity.json("{\"userKey\":\"mallory\"}")));
    assertEquals(List.of(), tambo.received());
  }

  @Test
  void authorizationOfTheCallerGivesWay() {
    client.register(new TamboClientRequestFilter(bob));
    client
        .target(tambo.url())
        .path("/v1/threads")
        .request()
        .header("Authorization", "Bearer other")
        .get()
        .close();
    assertNull(tambo.last().headers().get("Authorization"));
  }

  @Test
  void nothingGoesElsewhere() throws Exception {
    client.register(new TamboClientRequestFilter(bob));
    try (RecordingServer elsewhere = RecordingServer.start()) {
      client.target(elsewhere.url()).path("/v1/threads").request().post(Entity.json("{}")).close();
      assertEquals("{}", elsewhere.last().body());
      assertNull(elsewhere.last().uri().getQuery());
      assertFalse(elsewhere.last().headers().containsKey("x-api-key"));
    }
  }

  @Test
  void redirectIsNotFollowed() throws Exception {
    try (RecordingServer elsewhere = RecordingServer.start();
        RecordingServer redirecting = RecordingServer.redirectingTo(elsewhere.url() + "/x");
        TamboAuthenticator other = byKey(redirecting.url())) {
      client.register(new TamboClientRequestFilter(user(other, "X-User", "bob")));
      Response answer = client.target(redirecting.url()).path("/v1/threads").request().get();
      assertEquals(302, answer.getStatus());
      assertEquals(List.of(), elsewhere.received());
    }
  }

  @Test
  void userOfTheRequestIsTaken() {
    client.register(new TamboClientRequestFilter());
    client
        .target(tambo.url())
        .path("/v1/threads")
        .request()
        .property(TamboAuth.ATTRIBUTE, bob)
        .get()
        .close();
    assertEquals("userKey=bob", tambo.last().uri().getQuery());
  }

  @Test
  void userOfTheClientIsTaken() {
    client.register(new TamboClientRequestFilter()).property(TamboAuth.ATTRIBUTE, bob);
    client.target(tambo.url()).path("/v1/threads").request().get().close();
    assertEquals("userKey=bob", tambo.last().uri().getQuery());
  }

  @Test
  void withoutUserNothingIsAdded() {
    client.register(new TamboClientRequestFilter());
    client.target(tambo.url()).path("/v1/threads").request().get().close();
    assertNull(tambo.last().uri().getQuery());
    assertFalse(tambo.last().headers().containsKey("x-api-key"));
  }

  @Test
  void tamboKnowsTheUserOfAToken() {
    try (FakeIssuer issuer = FakeIssuer.start();
        FakeTambo real = FakeTambo.trusting(issuer);
        TamboAuthenticator byToken = byToken(issuer, real)) {
      String token = issuer.token("alice").text();
      TamboAuth alice = user(byToken, "Authorization", "Bearer " + token);
      client.register(new TamboClientRequestFilter(alice));
      Response answer = client.target(real.url()).path("/v1/threads").request().get();
      assertEquals(200, answer.getStatus());
      assertEquals(1, real.exchangesOf(token));
    }
  }

  @Test
  void tamboKnowsTheUserOfAKey() {
    try (FakeTambo real = FakeTambo.start();
        TamboAuthenticator byKey =
            started(
                Map.of(
                    "tambo.user-key", "header:X-User",
                    "tambo.api-key", real.apiKey(),
                    "tambo.url", real.url()))) {
      client.register(new TamboClientRequestFilter(user(byKey, "X-User", "bob")));
      Response created =
          client.target(real.url()).path("/v1/threads").request().post(Entity.json("{}"));
      assertEquals(201, created.getStatus());
      assertTrue(created.readEntity(String.class).contains("\"userKey\":\"bob\""));
    }
  }

  private void post(Entity<?> body) {
    client.target(tambo.url()).path("/v1/threads").request().post(body).close();
  }

  private static TamboAuthenticator byKey(String url) {
    return started(
        Map.of(
            "tambo.user-key", "header:X-User", "tambo.api-key", "the-api-key", "tambo.url", url));
  }

  private static TamboAuthenticator byToken(FakeIssuer issuer, FakeTambo tambo) {
    return started(
        Map.of(
            "tambo.issuer", issuer.issuer(),
            "tambo.audience", FakeIssuer.AUDIENCE,
            "tambo.api-key", tambo.apiKey(),
            "tambo.url", tambo.url()));
  }

  private static TamboAuthenticator started(Map<String, String> settings) {
    return TamboAuthenticator.of(TamboAuthConfig.of(settings), TamboAuthListener.NONE);
  }

  private static TamboAuth user(TamboAuthenticator authenticator, String header, String value) {
    return authenticator.authenticate(new HeaderRequest(Map.of(header, value))).auth();
  }
}
