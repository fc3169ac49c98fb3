package co.tambo.auth.internal.providers;

import co.tambo.auth.internal.Rejection;
import co.tambo.auth.internal.jose.JwsAlgorithm;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * WorkOS AuthKit. Its tokens have no audience; each client has a key set of its own, which binds
 * them. The tenant is the organization.
 */
record WorkOs(List<String> clientIds, Set<Allowance> allowed) implements ProviderRules {

  private static final String KEYS = "https://api.workos.com/sso/jwks/";

  static Expansion expand(PresetInputs told) {
    Expansion.Builder builder =
        Expansion.of(
                new WorkOs(told.clientIds(), told.allowed()),
                "set tambo.client-id to the client id")
            .algorithms(JwsAlgorithm.RS256)
            .tenant("org_id")
            .sessionCookies(List.of("wos-session"))
            .tenants(told.tenants());
    String host = Objects.requireNonNullElse(told.domain(), "api.workos.com");
    for (String client : told.clientIds()) {
      builder.issuer("https://" + host + "/user_management/" + client, KEYS + client);
    }
    if (told.clientIds().size() == 1) {
      builder.keysOfAny(KEYS + told.clientIds().get(0));
    }
    return told.clientIds().isEmpty() ? builder.build() : builder.boundByKeys().build();
  }

  @Override
  public Optional<Rejection> objection(TokenView token) {
    String client = token.text("client_id");
    if (client != null && !clientIds.isEmpty() && !clientIds.contains(client)) {
      return Optional.of(Rejection.PARTY_NOT_ACCEPTED);
    }
    String subject = token.text("sub");
    return subject != null
            && subject.startsWith("client_")
            && !allowed.contains(Allowance.MACHINE_TOKENS)
        ? Optional.of(Rejection.MACHINE_TOKEN)
        : Optional.empty();
  }

  @Override
  public UserClaims user(Map<String, Object> claims) {
    Object roles = claims.containsKey("roles") ? claims.get("roles") : claims.get("role");
    return UserClaims.common(claims).withRoles(ClaimWords.roles(roles));
  }
}
