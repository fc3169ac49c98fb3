package co.tambo.auth.internal.providers;

import co.tambo.auth.internal.Rejection;
import co.tambo.auth.internal.providers.Expansion.TokenCheck;
import java.util.Map;
import java.util.Optional;

/**
 * GitHub: opaque tokens, which GitHub itself checks. Without that check any application's token
 * would log in its user.
 */
record GitHub(boolean machinesAdmitted) implements ProviderRules {

  static Expansion expand(PresetInputs told) {
    Expansion.Builder builder =
        Expansion.of(
            new GitHub(told.allowed().contains(Allowance.MACHINE_TOKENS)),
            "set tambo.client-id and tambo.client-secret to those of the GitHub application");
    String api =
        told.domain() == null ? "https://api.github.com" : "https://" + told.domain() + "/api/v3";
    return told.clientIds().isEmpty()
        ? builder.build()
        : builder
            .checkedBy(
                new TokenCheck(
                    api + "/applications/" + told.clientIds().get(0) + "/token", api + "/user"))
            .build();
  }

  @Override
  public Optional<Rejection> objection(TokenView token) {
    boolean machine = token.has("type") && !token.says("type", "User");
    return machine && !machinesAdmitted ? Optional.of(Rejection.MACHINE_TOKEN) : Optional.empty();
  }

  /** The address in a profile is what its owner has put there. */
  @Override
  public UserClaims user(Map<String, Object> claims) {
    UserClaims user = UserClaims.common(claims);
    return user.withScopes(ClaimWords.of(claims.get("scopes"), " ")).withEmailVerified(false);
  }
}
