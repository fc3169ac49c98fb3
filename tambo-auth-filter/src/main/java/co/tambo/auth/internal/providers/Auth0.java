package co.tambo.auth.internal.providers;

import co.tambo.auth.internal.Rejection;
import co.tambo.auth.internal.jose.JwsAlgorithm;
import java.util.Optional;
import java.util.Set;

/** Auth0; the issuer ends in a slash. The tenant is the organization. */
record Auth0(Set<Allowance> allowed) implements ProviderRules {

  static Expansion expand(PresetInputs told) {
    Expansion.Builder builder =
        Expansion.of(
                new Auth0(told.allowed()),
                "set tambo.domain to the tenant's or the custom domain, such as"
                    + " example.eu.auth0.com, and tambo.audience to the API's identifier")
            .algorithms(JwsAlgorithm.RS256, JwsAlgorithm.PS256)
            .tenant("org_id")
            .tenants(told.tenants());
    return told.domain() == null
        ? builder.build()
        : builder.issuer("https://" + told.domain() + "/").build();
  }

  @Override
  public Optional<Rejection> objection(TokenView token) {
    String subject = token.text("sub");
    boolean machine =
        token.says("gty", "client-credentials")
            || (subject != null && subject.endsWith("@clients"));
    return machine && !allowed.contains(Allowance.MACHINE_TOKENS)
        ? Optional.of(Rejection.MACHINE_TOKEN)
        : Optional.empty();
  }
}
