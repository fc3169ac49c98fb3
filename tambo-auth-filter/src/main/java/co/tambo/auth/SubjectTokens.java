package co.tambo.auth;

import co.tambo.auth.internal.Fingerprint;
import co.tambo.auth.internal.exchange.SubjectToken;
import co.tambo.auth.internal.verify.VerifiedToken;

/** Says what Tambo is given for a user token that was verified here. Thread-safe. */
@FunctionalInterface
interface SubjectTokens {

  /**
   * Returns the subject token of a user token.
   *
   * @param verified what the user token was found to say
   */
  SubjectToken of(String userToken, Fingerprint fingerprint, VerifiedToken verified);

  /** Gives Tambo the user token as it came. */
  static SubjectTokens original() {
    return (userToken, fingerprint, verified) ->
        new SubjectToken(() -> userToken, fingerprint, verified.expiresAt());
  }
}
