package co.tambo.auth.internal.exchange;

import static co.tambo.auth.internal.exchange.Fixtures.API_KEY;
import static co.tambo.auth.internal.exchange.Fixtures.get;
import static co.tambo.auth.internal.exchange.Fixtures.settings;
import static co.tambo.auth.internal.exchange.Fixtures.subject;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import co.tambo.auth.internal.exchange.TamboServer.Reply;
import co.tambo.auth.internal.exchange.TokenExchange.ApiKeyRefused;
import co.tambo.auth.internal.exchange.TokenExchange.Hint;
import co.tambo.auth.internal.exchange.TokenExchange.Issued;
import co.tambo.auth.internal.exchange.TokenExchange.NotTambo;
import co.tambo.auth.internal.exchange.TokenExchange.Outcome;
import co.tambo.auth.internal.exchange.TokenExchange.SubjectTokenRefused;
import co.tambo.auth.internal.exchange.TokenExchange.Unavailable;
import co.tambo.auth.internal.http.HttpFetch;
import co.tambo.auth.internal.time.TestTime;
import co.tambo.auth.parts.Attack;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What each answer means, over real sockets. */
class TamboAnswersTest {

  private static final Reply HTML =
      new Reply(0, Map.of("Content-Type", "text/html"), "<html>Sign in</html>");

  private final HttpFetch http = HttpFetch.create();
  private TamboServer tambo;
  private TokenExchange exchange;

  @BeforeEach
  void start() throws IOException {
    tambo = new TamboServer(received -> Reply.token("tambo-token"));
    exchange =
        new TamboTokenExchange(
            settings(tambo.url()), API_KEY, http, new TestTime(), ExchangeEvents.NONE);
  }

  @AfterEach
  void stop() {
    http.close();
    tambo.close();
  }

  private Outcome answered(Reply reply) {
    tambo.reply(received -> reply);
    return get(exchange.exchange(subject("user-token")));
  }

  private static Reply html(int status) {
    return new Reply(status, HTML.headers(), HTML.body());
  }

  private static Outcome unavailable(long seconds, boolean asked) {
    return new Unavailable(Duration.ofSeconds(seconds), asked);
  }

  @ParameterizedTest
  @ValueSource(ints = {200, 201, 202, 206, 299})
  @Attack("X09")
  void anySuccessWithATokenIsAToken(int status) {
    assertInstanceOf(
        Issued.class, answered(Reply.json(status, TamboServer.tokenBody("t", "3600"))));
  }

  @ParameterizedTest
  @ValueSource(ints = {300, 307, 400, 404, 500})
  @Attack("X09")
  void aTokenThatComesWithAnotherStatusIsNone(int status) {
    assertFalse(answered(Reply.json(status, TamboServer.tokenBody("t", "3600"))) instanceof Issued);
  }

  @ParameterizedTest
  @ValueSource(ints = {400, 401})
  @Attack({"X04", "X05"})
  void aRefusedTokenIsTheUsersFault(int status) {
    assertEquals(
        new SubjectTokenRefused(status, Hint.NONE), answered(Reply.error(status, "any text")));
  }

  @ParameterizedTest
  @CsvSource({
    "400, Subject token issuer cannot contain path components, ISSUER",
    "400, Subject token missing or invalid issuer (iss), ISSUER",
    "400, Subject token has invalid issuer URL format, ISSUER",
    "400, Subject token too large, SIZE",
    "400, Invalid grant_type, NONE",
    "401, OAuth issuer must use HTTPS, NONE"
  })
  @Attack("X05")
  void aRefusalOfTheFormHintsAtTheKnownLimit(int status, String message, Hint hint) {
    assertEquals(new SubjectTokenRefused(status, hint), answered(Reply.error(status, message)));
  }

  @Test
  void aListOfMessagesIsTambosToo() {
    Reply fields =
        Reply.json(400, "{\"message\":[\"a\",\"b\"],\"error\":\"Bad Request\",\"statusCode\":400}");
    assertEquals(new SubjectTokenRefused(400, Hint.NONE), answered(fields));
    assertInstanceOf(Unavailable.class, answered(html(404)));
  }

  @Test
  void aRefusalWithoutABodyCounts() {
    assertEquals(new SubjectTokenRefused(401, Hint.NONE), answered(new Reply(401, Map.of(), "")));
    assertEquals(new ApiKeyRefused(), answered(new Reply(403, Map.of(), "")));
  }

  @Test
  @Attack("X05")
  void aForbiddenCallIsTheApiKeysFault() {
    assertEquals(new ApiKeyRefused(), answered(Reply.error(403, "Forbidden resource")));
  }

  @ParameterizedTest
  @ValueSource(ints = {402, 408, 409, 422, 429, 500, 502, 503, 504, 599})
  @Attack({"X05", "X07"})
  void overloadAndFailureAreAnOutageFromTheStart(int status) {
    assertEquals(unavailable(5, false), answered(Reply.error(status, "later")));
    assertEquals(unavailable(5, false), answered(html(status)));
  }

  @ParameterizedTest
  @CsvSource({"429, 7, 7", "503, 3600, 60", "500, 0, 1"})
  @Attack("X06")
  void theWaitThatTamboAsksForIsKept(int status, String retryAfter, long seconds) {
    Reply reply = new Reply(status, Map.of("Retry-After", retryAfter), "");
    assertEquals(unavailable(seconds, true), answered(reply));
  }

  @Nested
  class WhenTamboHasNeverAnswered {

    @ParameterizedTest
    @ValueSource(ints = {300, 301, 302, 304, 307, 308, 404, 405, 406, 410, 413, 415, 431})
    @Attack("X05")
    void anAnswerOfAnotherSiteIsAWrongAddress(int status) {
      assertEquals(new NotTambo(status), answered(new Reply(status, Map.of(), "")));
      assertEquals(new NotTambo(status), answered(new Reply(status, Map.of(), "")));
    }

    @Test
    void aMissingPathInTambosShapeIsAWrongAddressToo() {
      Reply missing = Reply.error(404, "Cannot POST /api/oauth/token");
      assertEquals(new NotTambo(404), answered(missing));
      assertEquals(new NotTambo(404), answered(missing));
    }

    @ParameterizedTest
    @ValueSource(ints = {200, 201, 400, 401, 403})
    void aPageIsAWrongAddress(int status) {
      assertEquals(new NotTambo(status), answered(html(status)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{}", "[]", "{\"access_token\":\"t\"}"})
    void aSuccessWithoutATokenIsAWrongAddress(String body) {
      assertEquals(new NotTambo(200), answered(Reply.json(200, body)));
    }

    @Test
    void anEndlessAnswerIsAWrongAddress() {
      assertEquals(new NotTambo(0), answered(Reply.json(200, " ".repeat(70_000))));
    }

    @Test
    void anErrorOfAnotherShapeProvesNothing() {
      assertEquals(
          new SubjectTokenRefused(400, Hint.NONE),
          answered(Reply.json(400, "{\"error\":\"invalid_grant\"}")));
      assertEquals(new NotTambo(404), answered(html(404)));
    }
  }

  @Nested
  class WhenTamboHasAnswered {

    @ParameterizedTest
    @ValueSource(ints = {300, 301, 302, 304, 307, 308, 404, 405, 413, 415, 431})
    @Attack("X05")
    void anAnswerOfAnotherSiteIsAnOutage(int status) {
      answered(Reply.token("tambo-token"));
      assertEquals(unavailable(5, false), answered(new Reply(status, Map.of(), "")));
    }

    @ParameterizedTest
    @ValueSource(ints = {200, 400, 401, 403})
    void aPageIsAnOutage(int status) {
      answered(Reply.token("tambo-token"));
      assertEquals(unavailable(5, false), answered(html(status)));
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 401, 403, 429, 500})
    void aRefusalOfItsOwnIsProofEnough(int status) {
      answered(Reply.error(status, "any text"));
      assertEquals(unavailable(5, false), answered(html(404)));
    }

    @Test
    void anEndlessAnswerIsAnOutage() {
      answered(Reply.token("tambo-token"));
      assertEquals(unavailable(5, false), answered(Reply.json(200, " ".repeat(70_000))));
    }
  }
}
