package co.tambo.auth.internal.config;

import co.tambo.auth.TamboAuthWarning;
import java.util.List;

/**
 * The whole configuration, read, checked and typed. Immutable.
 *
 * @param userTokens where user tokens are, empty when none is looked for
 * @param userKeys where user keys are, empty when none is looked for
 * @param providers the providers whose tokens are accepted
 * @param warnings what the deployer should know
 * @param description the effective policy in one paragraph, secrets masked
 */
public record Policy(
    List<CredentialSource> userTokens,
    List<CredentialSource> userKeys,
    List<ProviderSettings> providers,
    ExchangeSettings exchange,
    AccessSettings access,
    KeySettings keys,
    List<TamboAuthWarning> warnings,
    String description) {

  /** Copies the lists. */
  public Policy {
    userTokens = List.copyOf(userTokens);
    userKeys = List.copyOf(userKeys);
    providers = List.copyOf(providers);
    warnings = List.copyOf(warnings);
  }

  /** Returns the description. */
  @Override
  public String toString() {
    return description;
  }
}
