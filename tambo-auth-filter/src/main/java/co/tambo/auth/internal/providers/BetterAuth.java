package co.tambo.auth.internal.providers;

import co.tambo.auth.internal.Rejection;
import co.tambo.auth.internal.jose.JwsAlgorithm;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Better Auth's {@code jwt} plugin: issuer and audience are the origin; no discovery. */
record BetterAuth() implements ProviderRules {

  static Expansion expand(PresetInputs told) {
    Expansion.Builder builder =
        Expansion.of(
                new BetterAuth(),
                "set tambo.domain to the host of the application that runs Better Auth, such as"
                    + " app.example.com")
            .algorithms(
                JwsAlgorithm.EDDSA,
                JwsAlgorithm.ES256,
                JwsAlgorithm.ES512,
                JwsAlgorithm.PS256,
                JwsAlgorithm.RS256)
            .roles("role")
            .tenants(told.tenants());
    if (told.domain() == null) {
      return builder.build();
    }
    String origin = "https://" + told.domain();
    return builder.issuer(origin, origin + "/api/auth/jwks").audiences(List.of(origin)).build();
  }

  @Override
  public Optional<Rejection> objection(TokenView token) {
    return banned(token);
  }

  static Optional<Rejection> banned(TokenView token) {
    return UserClaims.isTrue(token.claims().get("banned"))
        ? Optional.of(Rejection.BANNED_USER)
        : Optional.empty();
  }

  @Override
  public UserClaims user(Map<String, Object> claims) {
    return common(claims);
  }

  /** Reads the claims of a user row as Better Auth writes it. */
  static UserClaims common(Map<String, Object> claims) {
    UserClaims user = UserClaims.common(claims);
    return user.withEmailVerified(
        user.emailVerified() || UserClaims.isTrue(claims.get("emailVerified")));
  }
}
