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

  /** A user token. Immutable; never prints itself. */
  final class Token implements Credential {

    private final String value;
    private final byte @Nullable [] ascii;
    private final boolean ambient;

    /** Creates a token; {@code ambient} when the browser sent it by itself. */
    Token(String value, boolean ambient) {
      this(value, null, ambient);
    }

    private Token(String value, byte @Nullable [] ascii, boolean ambient) {
      this.value = value;
      this.ascii = ascii;
      this.ambient = ambient;
    }

    /** Returns a token out of a header whose characters, all of them ASCII, are at hand. */
    static Token of(String value, byte[] ascii) {
      return new Token(value, ascii, false);
    }

    String value() {
      return value;
    }

    boolean ambient() {
      return ambient;
    }

    Fingerprint fingerprint(byte[] policy) {
      return ascii == null ? Fingerprint.of(policy, value) : Fingerprint.of(policy, ascii);
    }

    @Override
    public boolean equals(Object other) {
      return other instanceof Token that && value.equals(that.value) && ambient == that.ambient;
    }

    @Override
    public int hashCode() {
      return value.hashCode();
    }

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
