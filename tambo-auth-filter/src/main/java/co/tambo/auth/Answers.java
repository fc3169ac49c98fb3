package co.tambo.auth;

import co.tambo.auth.internal.json.Json;
import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Spells refusals: problem documents (RFC 9457) and challenges (RFC 6750 section 3). */
final class Answers {

  private static final Duration DEFAULT_WAIT = Duration.ofSeconds(5);

  /** All that an answer depends on, but for times and scopes: there are few. */
  private record Problem(AuthError error, String state) {}

  private record Spelt(Map<String, String> headers, String body) {}

  private final String realm;
  private final Map<Problem, Spelt> spelt = new ConcurrentHashMap<>();

  Answers(String realm) {
    this.realm = realm;
  }

  AuthDecision.Refused refusal(TamboAuth auth, AuthError error, @Nullable Duration retryAfter) {
    AuthDecision.Refused refused = refusal(auth, error);
    return error.status() == 503
        ? with("Retry-After", seconds(retryAfter == null ? DEFAULT_WAIT : retryAfter), refused)
        : refused;
  }

  /** Returns the refusal of a user who lacks a scope; the challenge names those that are needed. */
  AuthDecision.Refused insufficientScope(TamboAuth auth, Set<String> scopes) {
    AuthDecision.Refused refused = refusal(auth, AuthError.INSUFFICIENT_SCOPE);
    String named = ", scope=\"" + String.join(" ", new TreeSet<>(scopes)) + "\"";
    return scopes.isEmpty()
        ? refused
        : with("WWW-Authenticate", challenge(AuthError.INSUFFICIENT_SCOPE) + named, refused);
  }

  private AuthDecision.Refused refusal(TamboAuth auth, AuthError error) {
    Problem problem = new Problem(error, auth.state().status());
    Spelt answer = spelt.computeIfAbsent(problem, this::spell);
    return new AuthDecision.Refused(auth, error.status(), answer.headers(), answer.body());
  }

  private static AuthDecision.Refused with(
      String header, String value, AuthDecision.Refused refused) {
    Map<String, String> headers = new HashMap<>(refused.headers());
    headers.put(header, value);
    return new AuthDecision.Refused(refused.auth(), refused.status(), headers, refused.body());
  }

  private static String seconds(Duration wait) {
    return Long.toString(Math.min(60, Math.max(1, wait.toSeconds())));
  }

  private Spelt spell(Problem problem) {
    AuthError error = problem.error();
    Map<String, String> headers = new HashMap<>();
    headers.put("Content-Type", "application/problem+json");
    headers.put("Cache-Control", "no-store");
    if (error.status() == 401 || !error.bearerError().isEmpty()) {
      headers.put("WWW-Authenticate", challenge(error));
    }
    return new Spelt(Map.copyOf(headers), body(problem));
  }

  private String challenge(AuthError error) {
    String challenge = "Bearer realm=\"" + realm + "\"";
    return error.bearerError().isEmpty()
        ? challenge
        : challenge + ", error=\"" + error.bearerError() + "\"";
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
