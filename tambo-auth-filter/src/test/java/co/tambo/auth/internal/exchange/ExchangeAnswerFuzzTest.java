package co.tambo.auth.internal.exchange;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import co.tambo.auth.TamboToken;
import co.tambo.auth.internal.exchange.TokenExchange.Issued;
import co.tambo.auth.internal.exchange.TokenExchange.Outcome;
import co.tambo.auth.internal.exchange.TokenExchange.Unavailable;
import co.tambo.auth.internal.http.CannedFetch;
import co.tambo.auth.internal.time.TestTime;
import com.code_intelligence.jazzer.junit.FuzzTest;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * Any answer to an exchange: a token that fits a header and outlives nothing, or an outcome. The
 * first two bytes choose the status.
 */
class ExchangeAnswerFuzzTest {

  private static final Instant NOW = new TestTime().now();
  private static final Instant SUBJECT_EXPIRY = NOW.plusSeconds(600);

  @FuzzTest
  void anyAnswer(byte[] input) {
    if (input.length < 2) {
      return;
    }
    int status = 200 + Math.floorMod(input[0] * 7 + input[1], 400);
    byte[] body = Arrays.copyOfRange(input, 2, input.length);
    CannedFetch http =
        new CannedFetch(status, Map.of("Content-Type", List.of("application/json")), body);
    TokenExchange exchange =
        TokenExchange.of(
            Fixtures.settings(URI.create("https://tambo.example")),
            http,
            new TestTime(),
            ExchangeEvents.NONE);
    Outcome outcome = exchange.exchange(Fixtures.subject("t", SUBJECT_EXPIRY)).join();
    if (outcome instanceof Issued issued) {
      assertTrue(status < 300);
      assertFit(issued.token());
    } else if (outcome instanceof Unavailable unavailable) {
      assertTrue(unavailable.retryAfter().compareTo(Duration.ofSeconds(60)) <= 0);
    }
  }

  private static void assertFit(TamboToken token) {
    assertTrue(token.value().matches("[\\x21-\\x7e]{1,16384}"));
    assertFalse(token.expiresAt().isAfter(SUBJECT_EXPIRY));
    assertFalse(token.expiresAt().isBefore(NOW));
  }
}
