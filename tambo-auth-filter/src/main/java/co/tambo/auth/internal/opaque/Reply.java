package co.tambo.auth.internal.opaque;

import co.tambo.auth.internal.http.HttpFetch;
import co.tambo.auth.internal.http.RetryAfter;
import co.tambo.auth.internal.json.Json;
import co.tambo.auth.internal.json.JsonException;
import co.tambo.auth.internal.opaque.Finding.Unheard;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a provider answered.
 *
 * @param status the status; 0 without an answer
 * @param members the JSON object of an answer with status 200, strictly read; null otherwise
 * @param retryAfter when to try again, if the provider has named a time
 * @param exhausted whether the provider says that it has been asked too often
 */
record Reply(
    int status,
    @Nullable Map<String, @Nullable Object> members,
    Optional<Duration> retryAfter,
    boolean exhausted) {

  private static final Duration A_WHILE = Duration.ofSeconds(5);

  static Reply of(HttpFetch.Outcome outcome, Instant now) {
    if (!(outcome instanceof HttpFetch.Answer answer)) {
      return new Reply(0, null, Optional.empty(), false);
    }
    Optional<Duration> retryAfter = RetryAfter.of(answer.headers(), now);
    // GitHub says with 403 that it has been asked too often, and means neither token nor client.
    boolean spent =
        answer.headers().firstValue("x-ratelimit-remaining").filter("0"::equals).isPresent();
    return new Reply(answer.status(), members(answer), retryAfter, spent || retryAfter.isPresent());
  }

  private static @Nullable Map<String, @Nullable Object> members(HttpFetch.Answer answer) {
    if (answer.status() != 200) {
      return null;
    }
    try {
      return Json.readObject(answer.body());
    } catch (JsonException e) {
      return null;
    }
  }

  /** Returns whether the answer is a verdict of this status, and no plea for patience. */
  boolean says(int verdict) {
    return status == verdict && !exhausted;
  }

  /**
   * Returns that nothing is known; a check that is refused is the client's fault, not the token's.
   */
  Unheard unheard() {
    boolean client = says(400) || says(401) || says(403);
    return new Unheard(
        client ? "client_refused" : "provider_unavailable", retryAfter.orElse(A_WHILE));
  }

  /** Returns members without those that are null. */
  static Map<String, Object> withoutNulls(Map<String, @Nullable Object> members) {
    Map<String, Object> claims = new LinkedHashMap<>();
    members.forEach(
        (name, value) -> {
          if (value != null) {
            claims.put(name, value);
          }
        });
    return Collections.unmodifiableMap(claims);
  }
}
