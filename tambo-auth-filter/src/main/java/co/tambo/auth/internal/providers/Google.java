package co.tambo.auth.internal.providers;

import co.tambo.auth.internal.Rejection;
import co.tambo.auth.internal.jose.JwsAlgorithm;
import java.util.Optional;
import java.util.Set;

/** Google's ID tokens; its access tokens are opaque. The tenant is the Workspace domain. */
record Google(Set<Allowance> allowed) implements ProviderRules {

  private static final String KEYS = "https://www.googleapis.com/oauth2/v3/certs";

  static Expansion expand(PresetInputs told) {
    return builder(new Google(told.allowed()), "set tambo.client-id to the OAuth client id", told)
        .tenants(told.tenants())
        .build();
  }

  /** Returns what Google's tokens are accepted by, for any provider that passes them on. */
  static Expansion.Builder builder(ProviderRules rules, String needs, PresetInputs told) {
    return Expansion.of(rules, needs)
        .issuer("https://accounts.google.com", KEYS)
        .issuer("accounts.google.com", KEYS)
        .audiences(told.clientIds())
        .algorithms(JwsAlgorithm.RS256)
        .tenant("hd");
  }

  @Override
  public Optional<Rejection> objection(TokenView token) {
    return isMachine(token) && !allowed.contains(Allowance.MACHINE_TOKENS)
        ? Optional.of(Rejection.MACHINE_TOKEN)
        : Optional.empty();
  }

  /** A service account names the audience itself; it is its own party. */
  private static boolean isMachine(TokenView token) {
    String party = token.text("azp");
    String email = token.text("email");
    return (party != null && token.says("sub", party))
        || (email != null && email.endsWith(".gserviceaccount.com"));
  }
}
