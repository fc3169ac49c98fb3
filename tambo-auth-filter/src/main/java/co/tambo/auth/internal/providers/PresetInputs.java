package co.tambo.auth.internal.providers;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a deployer tells a preset.
 *
 * @param domain the provider's host for this customer, without scheme and trailing slash; null when
 *     unset
 * @param tenants the accepted tenants
 * @param clientIds this application's ids at the provider
 * @param audiences the accepted audiences
 * @param parties the accepted parties
 * @param allowed what is let in though presets refuse it
 */
public record PresetInputs(
    @Nullable String domain,
    List<String> tenants,
    List<String> clientIds,
    List<String> audiences,
    List<String> parties,
    Set<Allowance> allowed) {

  /** Copies the collections. */
  public PresetInputs {
    tenants = List.copyOf(tenants);
    clientIds = List.copyOf(clientIds);
    audiences = List.copyOf(audiences);
    parties = List.copyOf(parties);
    allowed = Set.copyOf(allowed);
  }
}
