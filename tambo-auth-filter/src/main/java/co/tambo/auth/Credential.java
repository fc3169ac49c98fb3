package co.tambo.auth;

import co.tambo.auth.Verdict.Diagnosis;
import co.tambo.auth.internal.Fingerprint;
import co.tambo.auth.internal.IdentityText;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What a request offers as its identity. */
sealed interface Credential {

  /** No credential. */
  record None() implements Credential {}

  /** A user token; {@code ambient} when the browser sent it by itself. */
  record Token(String value, boolean ambient) implements Credential {
    @Override
    public String toString() {
      return "Token[****]";
    }
  }

  /** A user key that was checked. */
  record UserKey(String value) implements Credential {}

  /** Credentials that cannot be used. */
  record Unusable(AuthError error) implements Credential {

    /** Returns the verdict: the caller's contradiction is invalid, the application's an error. */
    Verdict verdict(Fingerprint fingerprint) {
      TamboAuthState state =
          error.status() == 400
              ? new TamboAuthState.Invalid(error)
              : new TamboAuthState.Error(error);
      Diagnosis diagnosis = Diagnosis.of(error.name().toLowerCase(Locale.ROOT));
      return Verdict.withoutToken(state, fingerprint, diagnosis);
    }
  }

  /**
   * Returns a user key, or the error when the text cannot be one: Tambo trims keys and makes keys
   * that start with {@code oauth:user:} itself.
   *
   * @param asserted null when there is none
   * @param otherwise the error of a key that is refused
   */
  static Credential userKey(@Nullable Object asserted, AuthError otherwise) {
    if (asserted == null) {
      return new None();
    }
    return asserted instanceof String key
            && IdentityText.usable(key, IdentityText.USER_KEY_LENGTH)
            && !key.startsWith("oauth:user:")
        ? new UserKey(key)
        : new Unusable(otherwise);
  }
}
