package co.tambo.auth.internal.config;

import co.tambo.auth.internal.jose.JwsAlgorithm;
import co.tambo.auth.internal.jose.VerificationKey;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The rules for one provider's tokens.
 *
 * @param name the provider's name in the configuration; {@code default} for the unnamed one; with
 *     {@code .1}, {@code .2} behind it where each of several issuers has its own discovery
 * @param issuers the accepted issuers; empty when the check was turned off
 * @param audiences the accepted audiences; empty when the check was turned off
 * @param authorizedParties the accepted {@code azp} or {@code client_id}; empty for no check
 * @param jwksUrl the key set address; null to find it by discovery
 * @param keys the configured keys; empty unless the verification is by public key or secret
 * @param algorithms the allow-list, never empty
 * @param nameClaim claim name or JSON Pointer
 * @param rolesClaim claim name or JSON Pointer; null without roles
 * @param tenantClaim claim name or JSON Pointer; null without tenants
 */
public record ProviderSettings(
    String name,
    Verification verification,
    Set<String> issuers,
    Set<String> audiences,
    Set<String> authorizedParties,
    @Nullable URI jwksUrl,
    List<VerificationKey> keys,
    Set<JwsAlgorithm> algorithms,
    Duration clockSkew,
    String nameClaim,
    @Nullable String rolesClaim,
    @Nullable String tenantClaim,
    Set<String> requiredScopes) {

  /** Copies the collections. */
  public ProviderSettings {
    issuers = Set.copyOf(issuers);
    audiences = Set.copyOf(audiences);
    authorizedParties = Set.copyOf(authorizedParties);
    keys = List.copyOf(keys);
    algorithms = Set.copyOf(algorithms);
    requiredScopes = Set.copyOf(requiredScopes);
  }

  /** Returns the name as the configuration has it. */
  String configuredName() {
    int dot = name.indexOf('.');
    return dot < 0 ? name : name.substring(0, dot);
  }

  /** Returns the same rules for one issuer alone, under a name of its own. */
  ProviderSettings forIssuer(String ownName, String issuer) {
    return new ProviderSettings(
        ownName,
        verification,
        Set.of(issuer),
        audiences,
        authorizedParties,
        jwksUrl,
        keys,
        algorithms,
        clockSkew,
        nameClaim,
        rolesClaim,
        tenantClaim,
        requiredScopes);
  }
}
