package co.tambo.auth.internal.providers;

import co.tambo.auth.internal.Rejection;
import co.tambo.auth.internal.jose.JwsAlgorithm;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Amazon Cognito user pools. Access tokens have no audience and are bound by {@code client_id}, ID
 * tokens by {@code aud}: which of the two is configured says which kind is accepted.
 */
record Cognito(List<String> audiences, List<String> clientIds, Set<Allowance> allowed)
    implements ProviderRules {

  static Expansion expand(PresetInputs told) {
    List<String> clients = told.clientIds().isEmpty() ? told.parties() : told.clientIds();
    Expansion.Builder builder =
        Expansion.of(
                new Cognito(told.audiences(), clients, told.allowed()),
                "set tambo.tenant to the pool id, such as us-east-1_Abc123, and tambo.client-id to"
                    + " the app client's id for access tokens, or tambo.audience to it for ID"
                    + " tokens")
            .parties(clients)
            .algorithms(JwsAlgorithm.RS256)
            .roles("cognito:groups");
    for (String pool : told.tenants()) {
      int end = pool.indexOf('_');
      if (end > 0) {
        String region = pool.substring(0, end);
        String suffix = region.startsWith("cn-") ? ".amazonaws.com.cn/" : ".amazonaws.com/";
        String issuer = "https://cognito-idp." + region + suffix + pool;
        builder.issuer(issuer, issuer + "/.well-known/jwks.json");
      }
    }
    return builder.build();
  }

  @Override
  public boolean boundByAudience(TokenView token) {
    return !isAccess(token);
  }

  @Override
  public boolean boundByParty(TokenView token) {
    return isAccess(token);
  }

  @Override
  public @Nullable String party(TokenView token) {
    return token.text("client_id");
  }

  @Override
  public Optional<Rejection> objection(TokenView token) {
    boolean accepted =
        isAccess(token)
            ? !clientIds.isEmpty()
            : token.says("token_use", "id") && !audiences.isEmpty();
    if (!accepted) {
      return Optional.of(Rejection.TOKEN_USE_NOT_ACCEPTED);
    }
    String client = token.text("client_id");
    return client != null
            && token.says("sub", client)
            && !allowed.contains(Allowance.MACHINE_TOKENS)
        ? Optional.of(Rejection.MACHINE_TOKEN)
        : Optional.empty();
  }

  private static boolean isAccess(TokenView token) {
    return token.says("token_use", "access");
  }
}
