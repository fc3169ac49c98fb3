package co.tambo.auth.testing;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Who calls the v1 API.
 *
 * @param projectId the project of the API key
 * @param bearerKey the context key of the bearer token, null without one
 */
record Caller(String projectId, @Nullable String bearerKey) {

  private static final String EXACTLY_ONE =
      "V1 APIs require exactly one context identifier: provide either userKey (query/body) or an"
          + " OAuth bearer token with a context key (received %s).";

  /** Authenticates: the API key, then the bearer token if there is one, then the need of one. */
  static Caller of(ReceivedRequest request, Projects projects, Instant now) {
    String projectId = projects.authenticated(request);
    String authorization = request.header("Authorization").orElse("");
    if (!authorization.isEmpty()) {
      return new Caller(projectId, bearerKey(authorization, projectId, projects, now));
    }
    if (projects.find(projectId).map(TamboProject::tokenRequired).orElse(false)) {
      throw SubjectTokenCheck.unauthorized("Bearer token required");
    }
    return new Caller(projectId, null);
  }

  /**
   * Returns the key under which the caller's threads are kept.
   *
   * @param userKey the user key as it came, null without one
   */
  String contextKey(@Nullable Object userKey) {
    String asserted = userKey instanceof String text ? text.strip() : null;
    if (asserted != null && asserted.isEmpty()) {
      throw badRequest("userKey cannot be an empty string.");
    }
    if (asserted != null && bearerKey != null) {
      throw badRequest(EXACTLY_ONE.formatted("both"));
    }
    if (asserted != null) {
      return asserted;
    }
    if (bearerKey != null) {
      return bearerKey;
    }
    throw badRequest(EXACTLY_ONE.formatted("neither"));
  }

  private static String bearerKey(
      String authorization, String projectId, Projects projects, Instant now) {
    if (!authorization.toLowerCase(Locale.ROOT).startsWith("bearer ")) {
      throw SubjectTokenCheck.unauthorized("Invalid Authorization header format");
    }
    try {
      String token = authorization.substring("bearer ".length());
      return ContextKey.of(verified(token, projectId, projects, now));
    } catch (JwtException e) {
      throw SubjectTokenCheck.unauthorized("Invalid bearer token");
    }
  }

  private static Map<String, @Nullable Object> verified(
      String token, String projectId, Projects projects, Instant now) throws JwtException {
    Jwt jwt = Jwt.parse(token);
    TamboProject project =
        projects
            .find(projectId)
            .filter(found -> !projects.databaseDown())
            .orElseThrow(() -> new JwtException("no secret"));
    Map<String, @Nullable Object> claims =
        jwt.verified(project.tokenSecret(), Set.of(SignatureAlgorithm.HS256), now);
    if (!projectId.equals(claims.get("iss"))
        || !"tambo".equals(claims.get("aud"))
        || Claims.falsy(claims.get("sub"))) {
      throw new JwtException("not for this project");
    }
    return claims;
  }

  private static Refusal badRequest(String message) {
    return new Refusal(TamboAnswers.error(400, message));
  }

  /** Refuses a user key that is no text. */
  static void checkType(@Nullable Object userKey) {
    if (userKey != null && !(userKey instanceof String)) {
      throw new Refusal(TamboAnswers.error(400, List.of("userKey must be a string")));
    }
  }
}
