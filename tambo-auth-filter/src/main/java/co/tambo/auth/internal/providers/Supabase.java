package co.tambo.auth.internal.providers;

import co.tambo.auth.internal.Rejection;
import co.tambo.auth.internal.jose.JwsAlgorithm;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Supabase Auth. {@code role} is a role of the database and no user's; what the user writes ({@code
 * user_metadata}) is never looked at.
 */
record Supabase(Set<Allowance> allowed) implements ProviderRules {

  static Expansion expand(PresetInputs told) {
    Expansion.Builder builder =
        Expansion.of(
                new Supabase(told.allowed()),
                "set tambo.domain to the project's host, such as abcdefghijklmnopqrst.supabase.co")
            .audiences(List.of("authenticated"))
            .algorithms(JwsAlgorithm.ES256, JwsAlgorithm.RS256)
            .roles("/app_metadata/roles")
            .tenants(told.tenants());
    if (told.domain() == null) {
      return builder.build();
    }
    String issuer = "https://" + told.domain() + "/auth/v1";
    return builder.issuer(issuer, issuer + "/.well-known/jwks.json").build();
  }

  @Override
  public Optional<Rejection> objection(TokenView token) {
    if (!token.says("role", "authenticated")) {
      boolean key = token.says("role", "anon") || token.says("role", "service_role");
      return Optional.of(key ? Rejection.PROJECT_API_KEY : Rejection.NO_USER_ROLE);
    }
    return UserClaims.isTrue(token.claims().get("is_anonymous"))
            && !allowed.contains(Allowance.ANONYMOUS_USERS)
        ? Optional.of(Rejection.ANONYMOUS_USER)
        : Optional.empty();
  }

  /** The token never says whether the address was verified, but in what the user writes. */
  @Override
  public UserClaims user(Map<String, Object> claims) {
    return UserClaims.common(claims).withEmailVerified(false);
  }
}
