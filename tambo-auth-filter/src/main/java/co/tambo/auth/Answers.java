package co.tambo.auth;

import co.tambo.auth.internal.json.Json;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Spells refusals: problem documents (RFC 9457) and challenges (RFC 6750 section 3). */
final class Answers {

  private static final Duration DEFAULT_WAIT = Duration.ofSeconds(5);

  /** All that a body depends on: there are few, and each is written once. */
  private record Problem(AuthError error, String state) {}

  private final String realm;
  private final Map<Problem, String> bodies = new ConcurrentHashMap<>();

  Answers(String realm) {
    this.realm = realm;
  }

  AuthDecision.Refused refusal(TamboAuth auth, AuthError error, @Nullable Duration retryAfter) {
    return refusal(auth, error, retryAfter, Set.of());
  }

  /** Returns the refusal of a user who lacks a scope; the challenge names those that are needed. */
  AuthDecision.Refused insufficientScope(TamboAuth auth, Set<String> scopes) {
    return refusal(auth, AuthError.INSUFFICIENT_SCOPE, null, scopes);
  }

  private AuthDecision.Refused refusal(
      TamboAuth auth, AuthError error, @Nullable Duration retryAfter, Set<String> scopes) {
    Map<String, String> headers = new LinkedHashMap<>();
    headers.put("Content-Type", "application/problem+json");
    headers.put("Cache-Control", "no-store");
    if (error.status() == 401 || !error.bearerError().isEmpty()) {
      headers.put("WWW-Authenticate", challenge(error, scopes));
    }
    if (error.status() == 503) {
      Duration wait = retryAfter == null ? DEFAULT_WAIT : retryAfter;
      headers.put("Retry-After", Long.toString(Math.min(60, Math.max(1, wait.toSeconds()))));
    }
    return new AuthDecision.Refused(auth, error.status(), headers, body(auth, error));
  }

  private String challenge(AuthError error, Set<String> scopes) {
    String challenge = "Bearer realm=\"" + realm + "\"";
    if (!error.bearerError().isEmpty()) {
      challenge += ", error=\"" + error.bearerError() + "\"";
    }
    return scopes.isEmpty()
        ? challenge
        : challenge + ", scope=\"" + String.join(" ", new TreeSet<>(scopes)) + "\"";
  }

  private String body(TamboAuth auth, AuthError error) {
    return bodies.computeIfAbsent(new Problem(error, auth.state().status()), Answers::body);
  }

  private static String body(Problem of) {
    Map<String, Object> problem = new LinkedHashMap<>();
    problem.put("type", "about:blank");
    problem.put("title", title(of.error().status()));
    problem.put("status", (long) of.error().status());
    problem.put("detail", of.error().detail());
    problem.put("code", of.error().code());
    problem.put("state", of.state());
    return Json.write(problem);
  }

  /** Returns the phrase of a status, which is the title of {@code about:blank} (RFC 9457 4.2.1). */
  private static String title(int status) {
    return switch (status) {
      case 400 -> "Bad Request";
      case 401 -> "Unauthorized";
      case 403 -> "Forbidden";
      case 500 -> "Internal Server Error";
      default -> "Service Unavailable";
    };
  }
}
