package co.tambo.auth.internal.providers;

import co.tambo.auth.internal.Rejection;
import co.tambo.auth.internal.jose.JwsAlgorithm;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Firebase Authentication: ID tokens, and session cookies, which have an issuer and keys of their
 * own. The tenant is that of Identity Platform.
 */
record Firebase(Set<Allowance> allowed) implements ProviderRules {

  private static final int LONGEST_UID = 128;

  static Expansion expand(PresetInputs told) {
    Expansion.Builder builder =
        Expansion.of(new Firebase(told.allowed()), "set tambo.audience to the project id")
            .algorithms(JwsAlgorithm.RS256)
            .roles("roles")
            .tenant("/firebase/tenant")
            .tenants(told.tenants());
    for (String project : told.audiences()) {
      builder
          .issuer(
              "https://securetoken.google.com/" + project,
              "https://www.googleapis.com/service_accounts/v1/jwk/"
                  + "securetoken@system.gserviceaccount.com")
          .issuer(
              "https://session.firebase.google.com/" + project,
              "https://www.googleapis.com/identitytoolkit/v3/relyingparty/publicKeys");
    }
    return builder.build();
  }

  @Override
  public Optional<Rejection> objection(TokenView token) {
    String subject = token.text("sub");
    if (subject == null || subject.length() > LONGEST_UID) {
      return Optional.of(Rejection.SUBJECT_UNUSABLE);
    }
    if (signsInLater(token)) {
      return Optional.of(Rejection.ISSUED_IN_FUTURE);
    }
    return isAnonymous(token) && !allowed.contains(Allowance.ANONYMOUS_USERS)
        ? Optional.of(Rejection.ANONYMOUS_USER)
        : Optional.empty();
  }

  /** Firebase asks for a sign-in in the past: before the token, whose own time was checked. */
  private static boolean signsInLater(TokenView token) {
    return token.claims().get("auth_time") instanceof Number signedIn
        && token.claims().get("iat") instanceof Number issued
        && signedIn.doubleValue() > issued.doubleValue();
  }

  private static boolean isAnonymous(TokenView token) {
    return token.claims().get("firebase") instanceof Map<?, ?> firebase
        && "anonymous".equals(firebase.get("sign_in_provider"));
  }
}
