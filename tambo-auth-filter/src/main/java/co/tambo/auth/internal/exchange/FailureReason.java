package co.tambo.auth.internal.exchange;

import co.tambo.auth.internal.http.HttpFetch;
import java.util.Locale;

/** The closed list of words for what went wrong. */
final class FailureReason {

  private FailureReason() {}

  static String of(HttpFetch.Outcome result, TokenExchange.Outcome outcome) {
    if (outcome instanceof TokenExchange.Issued) {
      return "";
    }
    if (result instanceof HttpFetch.Failure failure) {
      return failure.cause().name().toLowerCase(Locale.ROOT);
    }
    if (outcome instanceof TokenExchange.SubjectTokenRefused) {
      return "subject_token_refused";
    }
    if (outcome instanceof TokenExchange.ApiKeyRefused) {
      return "api_key_refused";
    }
    return outcome instanceof TokenExchange.NotTambo ? "not_tambo" : "unavailable";
  }
}
