package co.tambo.auth.internal.providers;

import co.tambo.auth.internal.Rejection;
import co.tambo.auth.internal.jose.JwsAlgorithm;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Neon Auth: Better Auth run by Neon, or, in its older days, Stack Auth. {@code role} is a role of
 * the database and no user's. The tenant is the active organization, or the selected team.
 */
record Neon(Set<Allowance> allowed) implements ProviderRules {

  static Expansion expand(PresetInputs told) {
    Expansion.Builder builder =
        Expansion.of(
                new Neon(told.allowed()),
                "set tambo.domain to the auth URL without https://, such as"
                    + " ep-name.neonauth.us-east-2.aws.neon.tech/neondb/auth; for a project of the"
                    + " Stack Auth days, set tambo.client-id to the project id instead")
            .tenants(told.tenants());
    if (told.domain() != null) {
      String origin = "https://" + host(told.domain());
      return builder
          .issuer(origin, "https://" + told.domain() + "/.well-known/jwks.json")
          .audiences(List.of(origin))
          .algorithms(JwsAlgorithm.EDDSA)
          .build();
    }
    for (String project : told.clientIds()) {
      String issuer = "https://api.stack-auth.com/api/v1/projects/" + project;
      builder.issuer(issuer, issuer + "/.well-known/jwks.json");
    }
    return builder
        .audiences(told.clientIds())
        .algorithms(JwsAlgorithm.ES256, JwsAlgorithm.EDDSA)
        .build();
  }

  private static String host(String domain) {
    int slash = domain.indexOf('/');
    return slash < 0 ? domain : domain.substring(0, slash);
  }

  @Override
  public Optional<Rejection> objection(TokenView token) {
    return UserClaims.isTrue(token.claims().get("is_anonymous"))
            && !allowed.contains(Allowance.ANONYMOUS_USERS)
        ? Optional.of(Rejection.ANONYMOUS_USER)
        : BetterAuth.banned(token);
  }

  @Override
  public UserClaims user(Map<String, Object> claims) {
    UserClaims user = BetterAuth.common(claims);
    return claims.get("o") instanceof Map<?, ?> organization
        ? user.withTenant(organization.get("id"))
            .withRoles(ClaimWords.roles(organization.get("role")))
        : user.withTenant(claims.get("selected_team_id"));
  }
}
