package co.tambo.auth.testing;

import co.tambo.auth.internal.json.Json;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** The opaque tokens of an issuer, and what its endpoints say of them. Thread-safe. */
final class OpaqueIdentities {

  private static final String FORM = "application/x-www-form-urlencoded";

  private final FakeIssuer issuer;
  private final Map<String, Map<String, @Nullable Object>> byToken = new ConcurrentHashMap<>();

  OpaqueIdentities(FakeIssuer issuer) {
    this.issuer = issuer;
  }

  void put(String token, Map<String, ? extends @Nullable Object> claims) {
    byToken.put(token, new LinkedHashMap<>(claims));
  }

  void revoke(String token) {
    byToken.remove(token);
  }

  /** OpenID Connect Core 1.0 section 5.3. */
  Answer userinfo(ReceivedRequest request) {
    String header = request.header("Authorization").orElse("");
    Map<String, @Nullable Object> claims =
        header.startsWith("Bearer ") ? byToken.get(header.substring("Bearer ".length())) : null;
    return claims == null
        ? Answer.empty(401).with("WWW-Authenticate", "Bearer error=\"invalid_token\"")
        : Answer.json(200, Json.write(claims));
  }

  /** RFC 7662: only for the client, and only as section 2.1 has it. */
  Answer introspect(ReceivedRequest request) {
    if (!request.method().equals("POST")) {
      return Answer.empty(405).with("Allow", "POST");
    }
    if (!ClientCredentials.formEncoded(request)
        .filter(given -> given.are(issuer.clientId(), issuer.clientSecret()))
        .isPresent()) {
      return Answer.json(401, "{\"error\":\"invalid_client\"}")
          .with("WWW-Authenticate", "Basic realm=\"introspection\"");
    }
    List<String> tokens = request.form().getOrDefault("token", List.of());
    boolean form = request.header("Content-Type").filter(FORM::equals).isPresent();
    return form && tokens.size() == 1
        ? Answer.json(200, Json.write(introspection(tokens.get(0))))
        : Answer.json(400, "{\"error\":\"invalid_request\"}");
  }

  private Map<String, @Nullable Object> introspection(String token) {
    Map<String, @Nullable Object> claims = byToken.get(token);
    if (claims == null || hasExpired(claims)) {
      return Map.of("active", false);
    }
    Map<String, @Nullable Object> introspection = new LinkedHashMap<>();
    introspection.put("active", true);
    introspection.put("iss", issuer.issuer());
    introspection.put("aud", FakeIssuer.AUDIENCE);
    introspection.put("client_id", "front-end");
    introspection.put("token_type", "Bearer");
    introspection.putAll(claims);
    return introspection;
  }

  private boolean hasExpired(Map<String, @Nullable Object> claims) {
    return claims.get("exp") instanceof Number expiry
        && !issuer.now().isBefore(Instant.ofEpochSecond(expiry.longValue()));
  }
}
