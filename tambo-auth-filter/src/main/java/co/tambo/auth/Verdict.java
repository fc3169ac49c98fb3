package co.tambo.auth;

import co.tambo.auth.internal.Fingerprint;
import co.tambo.auth.internal.exchange.SubjectToken;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a request's credential, before any access is considered. Immutable.
 *
 * @param credential the fingerprint of the credential that was judged
 * @param subjectToken the user token that Tambo can be given; null without one
 * @param requiredScopes the scopes without which the user may go nowhere
 * @param diagnosis why the state is no better
 */
record Verdict(
    TamboAuthState state,
    Fingerprint credential,
    @Nullable SubjectToken subjectToken,
    Set<String> requiredScopes,
    Diagnosis diagnosis) {

  /**
   * What the log is told, and when to try again.
   *
   * @param reason from a closed list; empty when nothing was wrong
   * @param issuer the issuer that the token claims, as it came; empty when unknown
   * @param kid the key id that the token claims, as it came; empty when unknown
   * @param retryAfter null when waiting does not help
   */
  record Diagnosis(String reason, String issuer, String kid, @Nullable Duration retryAfter) {

    static final Diagnosis NOTHING_WRONG = new Diagnosis("", "", "", null);

    static Diagnosis of(String reason) {
      return new Diagnosis(reason, "", "", null);
    }
  }

  static Verdict identified(
      TamboPrincipal principal, SubjectToken subjectToken, Set<String> requiredScopes) {
    return new Verdict(
        new TamboAuthState.Identified(principal),
        subjectToken.fingerprint(),
        subjectToken,
        requiredScopes,
        new Diagnosis("", principal.issuer().orElse(""), "", null));
  }

  static Verdict exchanging(SubjectToken subjectToken) {
    return new Verdict(
        new TamboAuthState.Exchanging(),
        subjectToken.fingerprint(),
        subjectToken,
        Set.of(),
        Diagnosis.NOTHING_WRONG);
  }

  static Verdict failed(AuthError error, Fingerprint credential, Diagnosis diagnosis) {
    return withoutToken(new TamboAuthState.Error(error), credential, diagnosis);
  }

  /** Returns a verdict on a request from which Tambo can be given no user token. */
  static Verdict withoutToken(TamboAuthState state, Fingerprint credential, Diagnosis diagnosis) {
    return new Verdict(state, credential, null, Set.of(), diagnosis);
  }

  Optional<AuthError> error() {
    if (state instanceof TamboAuthState.Error failed) {
      return Optional.of(failed.error());
    }
    return state instanceof TamboAuthState.Invalid invalid
        ? Optional.of(invalid.error())
        : Optional.empty();
  }
}
