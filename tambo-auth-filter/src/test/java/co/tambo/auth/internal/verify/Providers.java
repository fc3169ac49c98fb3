package co.tambo.auth.internal.verify;

import co.tambo.auth.internal.config.ProviderSettings;
import co.tambo.auth.internal.config.Verification;
import co.tambo.auth.internal.jose.JwsAlgorithm;
import co.tambo.auth.internal.jose.VerificationKey;
import co.tambo.auth.internal.providers.ProviderRules;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** Provider settings for tests. */
final class Providers {

  static final Set<JwsAlgorithm> ASYMMETRIC =
      EnumSet.complementOf(EnumSet.of(JwsAlgorithm.HS256, JwsAlgorithm.HS384, JwsAlgorithm.HS512));

  private Providers() {}

  static ProviderSettings of(
      String issuer, Set<String> audiences, Set<String> parties, List<VerificationKey> keys) {
    return of(issuer, audiences, parties, keys, ASYMMETRIC, Duration.ofSeconds(30));
  }

  static ProviderSettings of(String issuer, Duration clockSkew) {
    return of(issuer, Set.of("demo"), Set.of(), List.of(), ASYMMETRIC, clockSkew);
  }

  private static ProviderSettings of(
      String issuer,
      Set<String> audiences,
      Set<String> parties,
      List<VerificationKey> keys,
      Set<JwsAlgorithm> algorithms,
      Duration clockSkew) {
    return new ProviderSettings(
        "default",
        Verification.PUBLIC_KEY,
        null,
        issuer.isEmpty() ? Set.of() : Set.of(issuer),
        audiences,
        parties,
        Set.of(),
        null,
        keys,
        algorithms,
        clockSkew,
        "sub",
        null,
        null,
        Set.of(),
        ProviderRules.general(),
        null,
        null);
  }

  static ProviderSettings of(String issuer, List<VerificationKey> keys) {
    return of(issuer, Set.of("demo"), Set.of(), keys);
  }

  /** Returns settings whose tokens are signed with HS256. */
  static ProviderSettings hmac(String issuer, List<VerificationKey> keys) {
    return of(
        issuer, Set.of("demo"), Set.of(), keys, Set.of(JwsAlgorithm.HS256), Duration.ofSeconds(30));
  }

  /** Returns settings with other rules and accepted tenants. */
  static ProviderSettings with(ProviderRules rules, Set<String> tenants, ProviderSettings of) {
    return new ProviderSettings(
        of.name(),
        of.verification(),
        of.preset(),
        of.issuers(),
        of.audiences(),
        of.authorizedParties(),
        tenants,
        of.jwksUrl(),
        of.keys(),
        of.algorithms(),
        of.clockSkew(),
        of.nameClaim(),
        of.rolesClaim(),
        of.tenantClaim(),
        of.requiredScopes(),
        rules,
        of.sessions(),
        of.opaque());
  }
}
