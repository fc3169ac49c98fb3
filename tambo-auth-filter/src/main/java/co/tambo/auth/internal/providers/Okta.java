package co.tambo.auth.internal.providers;

import co.tambo.auth.internal.Rejection;
import co.tambo.auth.internal.jose.JwsAlgorithm;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Okta: access tokens of a custom authorization server, and ID tokens. */
record Okta(List<String> clientIds, Set<Allowance> allowed) implements ProviderRules {

  static Expansion expand(PresetInputs told) {
    Expansion.Builder builder =
        Expansion.of(
                new Okta(told.clientIds(), told.allowed()),
                "set tambo.domain to the Okta domain, such as example.okta.com (or tambo.issuer to"
                    + " a custom authorization server), and tambo.audience to its audience, such as"
                    + " api://default")
            .audiences(told.clientIds())
            .algorithms(JwsAlgorithm.RS256)
            .roles("groups")
            .tenants(told.tenants());
    return told.domain() == null
        ? builder.build()
        : builder.issuer("https://" + told.domain() + "/oauth2/default").build();
  }

  @Override
  public @Nullable String party(TokenView token) {
    return token.text("cid");
  }

  @Override
  public Optional<Rejection> objection(TokenView token) {
    String client = token.text("cid");
    if (client == null) {
      return Optional.empty();
    }
    if (!clientIds.isEmpty() && !clientIds.contains(client)) {
      return Optional.of(Rejection.PARTY_NOT_ACCEPTED);
    }
    return !token.has("uid") && !allowed.contains(Allowance.MACHINE_TOKENS)
        ? Optional.of(Rejection.MACHINE_TOKEN)
        : Optional.empty();
  }
}
