package co.tambo.auth.testing;

import java.security.GeneralSecurityException;
import java.security.PublicKey;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A fetched key set, of which exactly one key must fit a token. */
record PublishedKeys(List<?> jwks) {

  /** Returns the one key that fits a token's header. */
  PublicKey keyFor(Jwt jwt, Set<SignatureAlgorithm> allowed) throws JwtException {
    SignatureAlgorithm algorithm = jwt.algorithm(allowed);
    List<Map<?, ?>> fitting =
        jwks.stream()
            .filter(Map.class::isInstance)
            .<Map<?, ?>>map(Map.class::cast)
            .filter(jwk -> fits(jwk, algorithm, jwt.header().get("kid")))
            .toList();
    if (fitting.size() != 1) {
      throw new JwtException("not exactly one key fits");
    }
    return read(fitting.get(0));
  }

  private static boolean fits(Map<?, ?> jwk, SignatureAlgorithm algorithm, @Nullable Object kid) {
    String type = algorithm.keyType() == KeyType.RSA ? "RSA" : "EC";
    Object curve = jwk.get("crv");
    return type.equals(jwk.get("kty"))
        && (kid == null || kid.equals(jwk.get("kid")))
        && Objects.requireNonNullElse(jwk.get("alg"), algorithm.name()).equals(algorithm.name())
        && "sig".equals(Objects.requireNonNullElse(jwk.get("use"), "sig"))
        && (curve == null || curve.equals(algorithm.keyType().curve()));
  }

  private static PublicKey read(Map<?, ?> jwk) throws JwtException {
    try {
      return ConfiguredKey.jwk(jwk);
    } catch (GeneralSecurityException e) {
      throw new JwtException("unreadable key");
    }
  }
}
