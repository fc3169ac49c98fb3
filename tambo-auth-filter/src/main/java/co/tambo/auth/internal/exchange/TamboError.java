package co.tambo.auth.internal.exchange;

import co.tambo.auth.internal.http.HttpFetch;
import co.tambo.auth.internal.json.Json;
import co.tambo.auth.internal.json.JsonException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The body of a refusal. Its text goes no further than this type.
 *
 * @param legible whether it is empty or JSON, as opposed to some proxy's page
 * @param tambos whether it has the shape of Tambo's own errors
 * @param hint the known limit that it names
 */
record TamboError(boolean legible, boolean tambos, TokenExchange.Hint hint) {

  private static final TamboError ILLEGIBLE = new TamboError(false, false, TokenExchange.Hint.NONE);
  private static final TamboError EMPTY = new TamboError(true, false, TokenExchange.Hint.NONE);

  static TamboError read(HttpFetch.Answer answer) {
    if (answer.body().length == 0) {
      return EMPTY;
    }
    try {
      return of(answer.status(), Json.readObject(answer.body()));
    } catch (JsonException e) {
      return ILLEGIBLE;
    }
  }

  private static TamboError of(int status, Map<String, @Nullable Object> members) {
    Object message = members.get("message");
    boolean tambos =
        (message instanceof String || message instanceof List<?>)
            && members.get("statusCode") instanceof Long code
            && code == status;
    return new TamboError(true, tambos, hint(String.valueOf(message)));
  }

  private static TokenExchange.Hint hint(String message) {
    String text = message.toLowerCase(Locale.ROOT);
    if (text.contains("issuer")) {
      return TokenExchange.Hint.ISSUER;
    }
    return text.contains("too large") ? TokenExchange.Hint.SIZE : TokenExchange.Hint.NONE;
  }
}
