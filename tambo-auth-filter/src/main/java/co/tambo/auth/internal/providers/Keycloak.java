package co.tambo.auth.internal.providers;

import co.tambo.auth.internal.Rejection;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Keycloak's access tokens; {@code typ} in the payload tells them from its other tokens, which the
 * same keys sign. Roles are the realm's, and those of the clients that are this application's
 * audiences. The tenant is the organization.
 */
record Keycloak(List<String> clients, Set<Allowance> allowed) implements ProviderRules {

  static Expansion expand(PresetInputs told) {
    return Expansion.of(
            new Keycloak(told.audiences(), told.allowed()),
            "set tambo.issuer to https://HOST/realms/REALM as the browser sees it, and"
                + " tambo.audience to the client id that an audience mapper puts into aud")
        .tenants(told.tenants())
        .build();
  }

  @Override
  public Optional<Rejection> objection(TokenView token) {
    if (!token.says("typ", "Bearer")) {
      return Optional.of(kind(token.text("typ")));
    }
    String username = token.text("preferred_username");
    return username != null
            && username.startsWith("service-account-")
            && !allowed.contains(Allowance.MACHINE_TOKENS)
        ? Optional.of(Rejection.MACHINE_TOKEN)
        : Optional.empty();
  }

  private static Rejection kind(@Nullable String typ) {
    return typ == null
        ? Rejection.TYPE_NOT_ALLOWED
        : switch (typ) {
          case "ID" -> Rejection.ID_TOKEN;
          case "Refresh", "Offline" -> Rejection.REFRESH_TOKEN;
          case "Logout" -> Rejection.LOGOUT_TOKEN;
          case "DPoP" -> Rejection.BOUND_TO_A_KEY;
          default -> Rejection.TYPE_NOT_ALLOWED;
        };
  }

  @Override
  public UserClaims user(Map<String, Object> claims) {
    return UserClaims.common(claims)
        .withRoles(roles(claims))
        .withTenant(organization(claims.get("organization")));
  }

  private Set<String> roles(Map<String, Object> claims) {
    Set<String> roles = new LinkedHashSet<>(rolesOf(claims.get("realm_access")));
    if (claims.get("resource_access") instanceof Map<?, ?> resources) {
      clients.forEach(client -> roles.addAll(rolesOf(resources.get(client))));
    }
    return Collections.unmodifiableSet(roles);
  }

  private static Set<String> rolesOf(@Nullable Object access) {
    return access instanceof Map<?, ?> map ? ClaimWords.of(map.get("roles"), "") : Set.of();
  }

  /** Returns the one organization, an alias or the name of a member; several name no tenant. */
  private static @Nullable Object organization(@Nullable Object claim) {
    if (claim instanceof String alias) {
      return alias;
    }
    Collection<?> aliases =
        claim instanceof Map<?, ?> organizations
            ? organizations.keySet()
            : claim instanceof List<?> list ? list : List.of();
    return aliases.size() == 1 ? aliases.iterator().next() : null;
  }
}
