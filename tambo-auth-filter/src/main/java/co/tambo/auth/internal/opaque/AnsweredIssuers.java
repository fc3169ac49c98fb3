package co.tambo.auth.internal.opaque;

import co.tambo.auth.internal.config.ProviderSettings;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Whose users a provider's answers may name: its own issuers', and where none is configured for it,
 * anybody's but another provider's.
 */
record AnsweredIssuers(Set<String> own, Set<String> ofOthers) {

  static AnsweredIssuers of(ProviderSettings provider, List<ProviderSettings> all) {
    Set<String> own = new HashSet<>();
    Set<String> ofOthers = new HashSet<>();
    for (ProviderSettings each : all) {
      boolean same = each.configuredName().equals(provider.configuredName());
      (same ? own : ofOthers).addAll(each.issuers());
    }
    return new AnsweredIssuers(Set.copyOf(own), Set.copyOf(ofOthers));
  }

  boolean accepts(String issuer) {
    return own.isEmpty() ? !ofOthers.contains(issuer) : own.contains(issuer);
  }
}
