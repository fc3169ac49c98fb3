package co.tambo.auth.internal.providers;

import co.tambo.auth.internal.Rejection;
import co.tambo.auth.internal.jose.JwsAlgorithm;
import co.tambo.auth.internal.sessions.ClerkCookieNames;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Clerk's session tokens, versions 1 and 2. They have no audience; {@code azp} is the origin of the
 * page, and missing where the request that made the token had none. The tenant is the organization.
 */
record Clerk(Set<Allowance> allowed) implements ProviderRules {

  private static final String MACHINE_CATEGORY = "cl_B7d4PD333AAA";

  static Expansion expand(PresetInputs told) {
    Expansion.Builder builder =
        Expansion.of(
                new Clerk(told.allowed()),
                "set tambo.domain to the Frontend API host, such as clerk.example.com, and"
                    + " tambo.authorized-parties to the origins of the front end")
            .algorithms(JwsAlgorithm.RS256, JwsAlgorithm.RS384, JwsAlgorithm.RS512)
            .tenants(told.tenants());
    if (told.domain() == null) {
      return builder.build();
    }
    String issuer = "https://" + told.domain();
    return builder
        .issuer(issuer, issuer + "/.well-known/jwks.json")
        .sessionCookies(
            told.clientIds().isEmpty()
                ? ClerkCookieNames.ofFrontendApi(told.domain())
                : ClerkCookieNames.ofPublishableKey(told.clientIds().get(0)))
        .build();
  }

  @Override
  public boolean boundByParty(TokenView token) {
    return token.has("azp");
  }

  @Override
  public Optional<Rejection> objection(TokenView token) {
    if (token.headerText("typ").toLowerCase(Locale.ROOT).endsWith("at+jwt")) {
      return Optional.of(Rejection.OAUTH_TOKEN);
    }
    if (isMachine(token) && !allowed.contains(Allowance.MACHINE_TOKENS)) {
      return Optional.of(Rejection.MACHINE_TOKEN);
    }
    return token.has("sts") && !token.says("sts", "active")
        ? Optional.of(Rejection.SESSION_PENDING)
        : Optional.empty();
  }

  private static boolean isMachine(TokenView token) {
    String subject = token.text("sub");
    return token.headerText("cat").equals(MACHINE_CATEGORY)
        || (subject != null && subject.startsWith("mch_"));
  }

  @Override
  public UserClaims user(Map<String, Object> claims) {
    UserClaims user = UserClaims.common(claims);
    return claims.get("o") instanceof Map<?, ?> organization
        ? ClerkOrganization.of(organization, claims.get("fea")).in(user)
        : user.withTenant(claims.get("org_id"))
            .withRoles(ClaimWords.roles(claims.get("org_role")))
            .withPermissions(ClaimWords.of(claims.get("org_permissions"), " "));
  }
}
