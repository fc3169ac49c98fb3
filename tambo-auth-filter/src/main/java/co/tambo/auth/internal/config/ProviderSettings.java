package co.tambo.auth.internal.config;

import co.tambo.auth.internal.jose.JwsAlgorithm;
import co.tambo.auth.internal.jose.VerificationKey;
import co.tambo.auth.internal.providers.Preset;
import co.tambo.auth.internal.providers.ProviderRules;
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
 * @param preset the provider's kind; null for one that is not known by name
 * @param authorizedParties the accepted {@code azp} or {@code client_id}; empty for no check
 * @param tenants the accepted tenants; empty for all
 * @param jwksUrl the key set address; null to find it by discovery
 * @param keys the configured keys; empty unless the verification is by public key or secret
 * @param algorithms the allow-list, never empty
 * @param nameClaim claim name or JSON Pointer
 * @param rolesClaim claim name or JSON Pointer; null for what the rules read
 * @param tenantClaim claim name or JSON Pointer; null for what the rules read
 * @param rules what tokens mean beyond the registered claims
 * @param sessions how the front end keeps its sessions in cookies; null where that is not known
 * @param opaque how tokens that are not signed are checked; null when they are refused
 */
public record ProviderSettings(
    String name,
    Verification verification,
    @Nullable Preset preset,
    Set<String> issuers,
    Set<String> audiences,
    Set<String> authorizedParties,
    Set<String> tenants,
    @Nullable URI jwksUrl,
    List<VerificationKey> keys,
    Set<JwsAlgorithm> algorithms,
    Duration clockSkew,
    String nameClaim,
    @Nullable String rolesClaim,
    @Nullable String tenantClaim,
    Set<String> requiredScopes,
    ProviderRules rules,
    @Nullable SessionSettings sessions,
    @Nullable OpaqueSettings opaque) {

  /** Copies the collections. */
  public ProviderSettings {
    issuers = Set.copyOf(issuers);
    audiences = Set.copyOf(audiences);
    authorizedParties = Set.copyOf(authorizedParties);
    tenants = Set.copyOf(tenants);
    keys = List.copyOf(keys);
    algorithms = Set.copyOf(algorithms);
    requiredScopes = Set.copyOf(requiredScopes);
  }

  /** Returns the name as the configuration has it. */
  public String configuredName() {
    int dot = name.indexOf('.');
    return dot < 0 ? name : name.substring(0, dot);
  }

  /** Returns whether signed tokens are accepted; else only opaque ones or sessions are. */
  public boolean signed() {
    return (opaque == null && sessions == null)
        || !issuers.isEmpty()
        || verification != Verification.DISCOVERY;
  }

  /** Returns the same rules for some of the issuers, under a name of its own. */
  ProviderSettings forIssuers(String ownName, Set<String> some, @Nullable URI theirKeys) {
    return new ProviderSettings(
        ownName,
        verification,
        preset,
        some,
        audiences,
        authorizedParties,
        tenants,
        theirKeys,
        keys,
        algorithms,
        clockSkew,
        nameClaim,
        rolesClaim,
        tenantClaim,
        requiredScopes,
        rules,
        sessions,
        opaque);
  }
}
