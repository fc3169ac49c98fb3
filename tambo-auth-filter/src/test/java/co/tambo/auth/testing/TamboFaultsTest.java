package co.tambo.auth.testing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class TamboFaultsTest {

  private final FakeIssuer issuer = FakeIssuer.start();
  private final FakeTambo tambo = FakeTambo.trusting(issuer);
  private final TamboCalls calls = new TamboCalls(tambo);

  @AfterEach
  void stop() {
    tambo.close();
    issuer.close();
  }

  @Test
  void exchangeSaysThatTheTokenIsInvalid() {
    tambo.setDatabaseDown(true);
    HttpResponse<String> answer = calls.exchange(issuer.token("alice").text());

    assertEquals(401, answer.statusCode());
    assertEquals("{\"message\":\"Invalid OAuth subject token\",\"statusCode\":401}", answer.body());
  }

  @Test
  void bearerIsRefusedAndUserKeyFails() throws Exception {
    String bearer = TamboCalls.accessToken(calls.exchange(issuer.token("alice").text()));
    tambo.setDatabaseDown(true);
    HttpRequest.Builder withBearer =
        Http.request(tambo.url() + "/v1/threads").header("Authorization", "Bearer " + bearer);

    assertEquals(401, TamboCalls.send(withBearer, tambo.apiKey()).statusCode());
    assertEquals(
        "{\"statusCode\":500,\"message\":\"Internal server error\"}",
        calls.get("/v1/threads?userKey=a").body());
  }

  @Test
  void healthSaysSoWith200() throws Exception {
    tambo.setDatabaseDown(true);
    HttpResponse<String> health = calls.get("/health");

    assertEquals(200, health.statusCode());
    assertEquals("unhealthy", TamboCalls.json(health.body()).get("status"));
  }

  @Test
  void responderTakesOverExchangesOnly() {
    tambo.answerExchangesWith(request -> Answer.empty(429).with("Retry-After", "7"));
    HttpResponse<String> answer = calls.exchange("opaque");

    assertEquals(429, answer.statusCode());
    assertEquals("7", answer.headers().firstValue("Retry-After").orElse(""));
    assertTrue(answer.headers().firstValue("X-Frame-Options").isEmpty());
    assertEquals(200, calls.get("/v1/threads?userKey=a").statusCode());
  }

  @Test
  void responderCanStartFromTheNormalAnswer() {
    tambo.answerExchangesWith(request -> tambo.normalAnswer(request).with("X-Extra", "1"));

    HttpResponse<String> answer = calls.exchange(issuer.token("alice").text());
    assertEquals(201, answer.statusCode());
    assertEquals("1", answer.headers().firstValue("X-Extra").orElse(""));
  }

  @Test
  void normalAnswersComeBack() {
    tambo.answerExchangesWith(request -> Answer.html(502, "<h1>Bad Gateway</h1>"));
    assertEquals(502, calls.exchange("opaque").statusCode());

    tambo.answerNormally();
    assertEquals(201, calls.exchange(issuer.token("alice").text()).statusCode());
  }

  @Test
  void exchangesAreHeldUntilReleased() {
    HeldAnswers held = tambo.holdAnswers();
    CompletableFuture<HttpResponse<String>> answer =
        Http.sending(
            calls
                .post(TamboCalls.form(issuer.token("alice").text()))
                .header("x-api-key", tambo.apiKey()));
    held.awaitRequests(1);
    assertFalse(answer.isDone());
    assertEquals(1, tambo.exchanges());

    held.close();
    assertEquals(201, answer.join().statusCode());
  }

  @Test
  void projectsSurviveAnOutage() {
    tambo.goDown(Outage.CONNECTION_REFUSED);
    assertThrows(CompletionException.class, () -> calls.exchange("opaque"));

    tambo.comeBack();
    assertEquals(201, calls.exchange(issuer.token("alice").text()).statusCode());
  }
}
