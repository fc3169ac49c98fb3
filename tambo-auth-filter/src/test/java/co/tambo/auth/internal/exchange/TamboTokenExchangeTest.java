package co.tambo.auth.internal.exchange;

import static co.tambo.auth.internal.exchange.Fixtures.API_KEY;
import static co.tambo.auth.internal.exchange.Fixtures.get;
import static co.tambo.auth.internal.exchange.Fixtures.settings;
import static co.tambo.auth.internal.exchange.Fixtures.subject;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import co.tambo.auth.TamboToken;
import co.tambo.auth.internal.exchange.TamboServer.Received;
import co.tambo.auth.internal.exchange.TamboServer.Reply;
import co.tambo.auth.internal.exchange.TokenExchange.Hint;
import co.tambo.auth.internal.exchange.TokenExchange.Issued;
import co.tambo.auth.internal.exchange.TokenExchange.Outcome;
import co.tambo.auth.internal.exchange.TokenExchange.SubjectTokenRefused;
import co.tambo.auth.internal.exchange.TokenExchange.Unavailable;
import co.tambo.auth.internal.http.HttpFetch;
import co.tambo.auth.internal.time.TestTime;
import co.tambo.auth.parts.Attack;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TamboTokenExchangeTest {

  private final TestTime time = new TestTime();
  private final HttpFetch http = HttpFetch.create();
  private final List<String> events = new ArrayList<>();
  private TamboServer tambo;
  private TokenExchange exchange;

  @BeforeEach
  void start() throws IOException {
    tambo = new TamboServer(received -> Reply.token("tambo-token"));
    exchange = exchange(tambo.url());
  }

  @AfterEach
  void stop() {
    http.close();
    tambo.close();
  }

  private TokenExchange exchange(URI url) {
    ExchangeEvents recording =
        new ExchangeEvents() {
          @Override
          public void exchanged(Duration took, int status, Outcome outcome, String reason) {
            events.add(status + " " + outcome.getClass().getSimpleName() + " " + reason);
          }
        };
    return new TamboTokenExchange(settings(url), API_KEY, http, time, recording);
  }

  private Received request(String subjectToken) {
    get(exchange.exchange(subject(subjectToken)));
    return tambo.received().get(0);
  }

  @Test
  void oneCallGoesToTheTokenEndpoint() {
    assertEquals("POST /oauth/token", request("user-token").target());
  }

  @Test
  void theApiKeyGoesInItsOwnHeaderAndThereIsNoAuthorization() {
    Map<String, List<String>> headers = request("user-token").headers();
    assertEquals(List.of(API_KEY), headers.get("X-api-key"));
    assertFalse(headers.containsKey("Authorization"));
  }

  @Test
  void theFormIsThatOfATokenExchange() {
    Received received = request("user-token");
    assertEquals(
        "grant_type=urn%3Aietf%3Aparams%3Aoauth%3Agrant-type%3Atoken-exchange"
            + "&subject_token_type=urn%3Aietf%3Aparams%3Aoauth%3Atoken-type%3Aaccess_token"
            + "&subject_token=user-token",
        received.body());
    assertEquals(
        List.of("application/x-www-form-urlencoded"), received.headers().get("Content-type"));
    assertEquals(List.of("application/json"), received.headers().get("Accept"));
  }

  @Test
  @Attack("X20")
  void reservedCharactersOfATokenArePercentEncoded() {
    assertTrue(request("a+b&c=d%e/f g").body().endsWith("&subject_token=a%2Bb%26c%3Dd%25e%2Ff+g"));
  }

  @Test
  @Attack("X22")
  void theTokenLivesFromTheMomentOfTheRequest() {
    Instant sentAt = time.now();
    Issued issued = (Issued) get(exchange.exchange(subject("user-token")));
    assertEquals(new TamboToken("tambo-token", sentAt.plusSeconds(3600)), issued.token());
  }

  @Test
  @Attack("X11")
  void theTokenNeverOutlivesTheSubjectToken() {
    Instant subjectExpiry = time.now().plusSeconds(120);
    Issued issued = (Issued) get(exchange.exchange(subject("user-token", subjectExpiry)));
    assertEquals(subjectExpiry, issued.token().expiresAt());
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "\t", "tok\u00e9n", "tok\ud800en", "tok\r\nen", "tok\u007fen"})
  @Attack("X18")
  void whatCannotBeATokenIsNeverSent(String token) {
    assertEquals(new SubjectTokenRefused(400, Hint.NONE), get(exchange.exchange(subject(token))));
    assertTrue(tambo.received().isEmpty());
    assertTrue(events.isEmpty());
  }

  @Test
  void aTokenOverTambosLimitIsNeverSent() {
    assertEquals(
        new SubjectTokenRefused(400, Hint.SIZE), get(exchange.exchange(subject("a".repeat(8193)))));
    assertTrue(tambo.received().isEmpty());
  }

  @Test
  void aTokenOfTambosLimitIsSent() {
    assertInstanceOf(Issued.class, get(exchange.exchange(subject("a".repeat(8192)))));
  }

  @ParameterizedTest
  @ValueSource(ints = {300, 301, 302, 303, 307, 308})
  @Attack("X09")
  void aRedirectIsNotFollowed(int status) throws IOException {
    try (TamboServer elsewhere = new TamboServer(received -> Reply.token("stolen"))) {
      tambo.reply(received -> new Reply(status, Map.of("Location", elsewhere.url() + "/"), ""));
      get(exchange.exchange(subject("user-token")));
      assertTrue(elsewhere.received().isEmpty());
    }
  }

  @Test
  @Attack("X10")
  void anEndlessAnswerIsCutOff() {
    get(exchange.exchange(subject("user-token")));
    tambo.reply(received -> Reply.json(200, " ".repeat(64 * 1024 + 1)));
    assertInstanceOf(Unavailable.class, get(exchange.exchange(subject("user-token"))));
    assertEquals(List.of("201 Issued ", "0 Unavailable too_large"), events);
  }

  @Test
  @Attack("X07")
  void anUnansweredCallIsNotRepeatedWithAnAnswer() {
    tambo.reply(received -> Reply.error(503, "later"));
    get(exchange.exchange(subject("user-token")));
    assertEquals(1, tambo.received().size());
    assertEquals(List.of("503 Unavailable unavailable"), events);
  }

  @Test
  void aListenerThatThrowsSpoilsNothing() {
    List<Throwable> defects = new ArrayList<>();
    ExchangeEvents throwing =
        new ExchangeEvents() {
          @Override
          public void exchanged(Duration took, int status, Outcome outcome, String reason) {
            throw new IllegalStateException("listener");
          }

          @Override
          public void defect(Throwable defect) {
            defects.add(defect);
          }
        };
    exchange = new TamboTokenExchange(settings(tambo.url()), API_KEY, http, time, throwing);
    assertInstanceOf(Issued.class, get(exchange.exchange(subject("user-token"))));
    assertEquals("listener", defects.get(0).getMessage());
  }

  @Test
  @Attack({"C07", "I02"})
  void anApiKeyThatNoHeaderCanCarryIsNotQuoted() {
    IllegalArgumentException refusal =
        assertThrows(
            IllegalArgumentException.class,
            () ->
                new TamboTokenExchange(
                    settings(tambo.url()), "canary\r\nkey", http, time, ExchangeEvents.NONE));
    assertFalse(String.valueOf(refusal.getMessage()).contains("canary"));
    assertEquals(null, refusal.getCause());
  }

  @Test
  void nothingPrintsASecret() {
    SubjectToken subjectToken = subject("canary-user-token");
    Outcome outcome = get(exchange.exchange(subjectToken));
    String printed = subjectToken + " " + outcome + " " + events + " " + exchange;
    assertFalse(printed.contains("canary"), printed);
    assertFalse(printed.contains("tambo-token"), printed);
  }
}
