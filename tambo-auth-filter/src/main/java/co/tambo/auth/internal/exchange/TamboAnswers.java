package co.tambo.auth.internal.exchange;

import co.tambo.auth.TamboToken;
import co.tambo.auth.internal.exchange.TokenExchange.ApiKeyRefused;
import co.tambo.auth.internal.exchange.TokenExchange.Issued;
import co.tambo.auth.internal.exchange.TokenExchange.NotTambo;
import co.tambo.auth.internal.exchange.TokenExchange.Outcome;
import co.tambo.auth.internal.exchange.TokenExchange.SubjectTokenRefused;
import co.tambo.auth.internal.exchange.TokenExchange.Unavailable;
import co.tambo.auth.internal.http.HttpFetch;
import co.tambo.auth.internal.http.RetryAfter;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What Tambo's answers mean. Thread-safe. Remembers one thing: whether the address ever spoke as
 * Tambo does, because then an odd answer is an outage and not a wrong address.
 */
final class TamboAnswers {

  private volatile boolean tamboHeard;

  /**
   * Returns what came of a call.
   *
   * @param sentAt when the call began; a token's life is counted from there
   * @param subjectExpiry when the subject token expires, null when unknown
   */
  Outcome outcome(HttpFetch.Outcome result, Instant sentAt, @Nullable Instant subjectExpiry) {
    if (result instanceof HttpFetch.Answer answer) {
      return isSuccess(answer)
          ? issued(answer, sentAt, subjectExpiry)
          : refused(answer, TamboError.read(answer), sentAt);
    }
    boolean endless =
        result instanceof HttpFetch.Failure failure && failure.cause() == HttpFetch.Cause.TOO_LARGE;
    return endless ? odd(0, Unavailable.forNow()) : Unavailable.forNow();
  }

  private Outcome issued(HttpFetch.Answer answer, Instant sentAt, @Nullable Instant subjectExpiry) {
    Optional<TokenResponse> response = TokenResponse.read(answer.body());
    if (response.isEmpty()) {
      return odd(answer.status(), unavailable(answer, sentAt));
    }
    tamboHeard = true;
    Instant expiresAt = earlier(sentAt.plus(response.get().life()), subjectExpiry);
    return new Issued(new TamboToken(response.get().accessToken(), expiresAt));
  }

  private Outcome refused(HttpFetch.Answer answer, TamboError error, Instant now) {
    int status = answer.status();
    if (status >= 500 || asksForPatience(status)) {
      tamboHeard |= error.tambos();
      return unavailable(answer, now);
    }
    boolean verdict = status == 400 || status == 401 || status == 403;
    if (!verdict || !error.legible()) {
      return odd(status, unavailable(answer, now));
    }
    tamboHeard |= error.tambos();
    return status == 403
        ? new ApiKeyRefused()
        : new SubjectTokenRefused(status, status == 400 ? error.hint() : TokenExchange.Hint.NONE);
  }

  private static Instant earlier(Instant one, @Nullable Instant other) {
    return other == null || one.isBefore(other) ? one : other;
  }

  private Outcome odd(int status, Unavailable outage) {
    return tamboHeard ? outage : new NotTambo(status);
  }

  private static Unavailable unavailable(HttpFetch.Answer answer, Instant now) {
    return RetryAfter.of(answer.headers(), now)
        .map(wait -> new Unavailable(wait, /* asked= */ true))
        .orElseGet(Unavailable::forNow);
  }

  private static boolean isSuccess(HttpFetch.Answer answer) {
    return answer.status() >= 200 && answer.status() < 300;
  }

  private static boolean asksForPatience(int status) {
    return switch (status) {
      case 402, 408, 409, 422, 429 -> true;
      default -> false;
    };
  }
}
