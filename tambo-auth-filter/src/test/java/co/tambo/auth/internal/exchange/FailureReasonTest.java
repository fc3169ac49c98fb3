package co.tambo.auth.internal.exchange;

import static co.tambo.auth.internal.exchange.Fixtures.issued;
import static org.junit.jupiter.api.Assertions.assertEquals;

import co.tambo.auth.internal.exchange.TokenExchange.ApiKeyRefused;
import co.tambo.auth.internal.exchange.TokenExchange.Hint;
import co.tambo.auth.internal.exchange.TokenExchange.NotTambo;
import co.tambo.auth.internal.exchange.TokenExchange.Outcome;
import co.tambo.auth.internal.exchange.TokenExchange.SubjectTokenRefused;
import co.tambo.auth.internal.exchange.TokenExchange.Unavailable;
import co.tambo.auth.internal.http.HttpFetch;
import java.net.http.HttpHeaders;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

class FailureReasonTest {

  private static String reason(Outcome outcome) {
    HttpHeaders none = HttpHeaders.of(Map.of(), (name, value) -> true);
    return FailureReason.of(new HttpFetch.Answer(200, none, new byte[0]), outcome);
  }

  @Test
  void eachOutcomeHasItsWord() {
    assertEquals("", reason(issued("token", Instant.EPOCH)));
    assertEquals("subject_token_refused", reason(new SubjectTokenRefused(401, Hint.NONE)));
    assertEquals("api_key_refused", reason(new ApiKeyRefused()));
    assertEquals("not_tambo", reason(new NotTambo(404)));
    assertEquals("unavailable", reason(Unavailable.forNow()));
  }

  @Test
  void failureOfTheCallIsTheReason() {
    HttpFetch.Failure failure = new HttpFetch.Failure(HttpFetch.Cause.TOO_LARGE, "detail");
    assertEquals("too_large", FailureReason.of(failure, Unavailable.forNow()));
  }
}
