package co.tambo.auth.internal.providers;

import co.tambo.auth.internal.ClaimPath;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads the user's claims: where the configuration says, else as the provider has them. */
public final class ClaimReading {

  private final ProviderRules rules;
  private final @Nullable ClaimPath roles;
  private final @Nullable ClaimPath tenant;

  /**
   * Creates a reading.
   *
   * @param rolesClaim claim name or JSON Pointer; null for the provider's own
   * @param tenantClaim claim name or JSON Pointer; null for the provider's own
   */
  public ClaimReading(
      ProviderRules rules, @Nullable String rolesClaim, @Nullable String tenantClaim) {
    this.rules = rules;
    this.roles = rolesClaim == null ? null : ClaimPath.of(rolesClaim);
    this.tenant = tenantClaim == null ? null : ClaimPath.of(tenantClaim);
  }

  /** Returns what the claims say of the user. */
  public UserClaims user(Map<String, Object> claims) {
    UserClaims user = rules.user(claims);
    UserClaims placed = tenant == null ? user : user.withTenant(tenant.in(claims));
    return roles == null ? placed : placed.withRoles(ClaimWords.roles(roles.in(claims)));
  }
}
