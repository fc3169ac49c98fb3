package co.tambo.auth.internal.jose;

import co.tambo.auth.internal.Rejection;
import co.tambo.auth.internal.TokenRejectedException;
import co.tambo.auth.internal.json.Json;
import co.tambo.auth.internal.json.JsonException;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What is read of a JOSE header (RFC 7515 section 4). Members that bring or point to a key ({@code
 * jwk}, {@code jku}, {@code x5c}, {@code x5u}) are never looked at.
 *
 * @param members all of it, for rules about a token's kind
 */
record JwsHeader(
    JwsAlgorithm algorithm, @Nullable String kid, Map<String, @Nullable Object> members) {

  private static final Set<String> TYPES = Set.of("jwt", "at+jwt", "application/at+jwt");

  /** Contents that are a token again, not claims (RFC 7519 section 5.2). */
  private static final Set<String> NESTED = Set.of("jwt", "application/jwt");

  static JwsHeader read(byte[] json) throws TokenRejectedException {
    Map<String, @Nullable Object> members = members(json);
    if (members.containsKey("crit") || members.containsKey("b64")) {
      throw new TokenRejectedException(Rejection.CRITICAL_HEADER);
    }
    if (members.containsKey("enc")) {
      throw new TokenRejectedException(Rejection.NOT_COMPACT_JWS);
    }
    JwsAlgorithm algorithm = algorithm(members.get("alg"));
    if (members.containsKey("typ")) {
      requireTokenType(members.get("typ"));
    }
    if (members.containsKey("cty")) {
      requireClaims(members.get("cty"));
    }
    String kid = members.containsKey("kid") ? kid(members.get("kid")) : null;
    return new JwsHeader(algorithm, kid, members);
  }

  private static Map<String, @Nullable Object> members(byte[] json) throws TokenRejectedException {
    try {
      return Json.readObject(json);
    } catch (JsonException e) {
      throw new TokenRejectedException(Rejection.HEADER_NOT_STRICT_JSON);
    }
  }

  private static JwsAlgorithm algorithm(@Nullable Object alg) throws TokenRejectedException {
    Optional<JwsAlgorithm> algorithm =
        alg instanceof String name ? JwsAlgorithm.of(name) : Optional.empty();
    return algorithm.orElseThrow(() -> new TokenRejectedException(Rejection.ALGORITHM_NOT_ALLOWED));
  }

  private static void requireTokenType(@Nullable Object typ) throws TokenRejectedException {
    if (!(typ instanceof String type) || !TYPES.contains(type.toLowerCase(Locale.ROOT))) {
      throw new TokenRejectedException(Rejection.TYPE_NOT_ALLOWED);
    }
  }

  private static void requireClaims(@Nullable Object cty) throws TokenRejectedException {
    if (!(cty instanceof String content) || NESTED.contains(content.toLowerCase(Locale.ROOT))) {
      throw new TokenRejectedException(Rejection.TYPE_NOT_ALLOWED);
    }
  }

  private static String kid(@Nullable Object kid) throws TokenRejectedException {
    if (kid instanceof String string) {
      return string;
    }
    throw new TokenRejectedException(Rejection.HEADER_NOT_STRICT_JSON);
  }
}
