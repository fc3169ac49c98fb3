package co.tambo.auth.internal.verify;

import co.tambo.auth.internal.Rejection;
import co.tambo.auth.internal.config.ProviderSettings;
import co.tambo.auth.internal.keys.KeySource;
import co.tambo.auth.internal.time.TimeSource;
import java.time.Duration;
import java.util.List;
import java.util.function.Function;

/** Decides whether a user token is good. Knows nothing of the exchange. Thread-safe. */
public interface TokenVerifier {

  /** What came of a verification. */
  sealed interface Verdict {}

  /**
   * The token is good.
   *
   * @param standing whether the key behind it still stands, asked again when the verdict is reused
   */
  record Accepted(VerifiedToken token, Standing standing) implements Verdict {}

  /**
   * The token is not good.
   *
   * @param issuer the issuer it claims, as it came; empty when that was not reached
   * @param kid the key id it claims, as it came; empty without one
   */
  record Refused(Rejection rejection, String issuer, String kid) implements Verdict {}

  /** Nobody can tell at present, because the issuer's keys cannot be had. */
  record Unavailable(String issuer, Duration retryAfter) implements Verdict {}

  /** Whether the key that made a signature may still be relied on. */
  @FunctionalInterface
  interface Standing {
    /** Returns what the key's source says of it now. */
    KeySource.Lookup now();
  }

  /** Verifies a token. */
  Verdict verify(String token);

  /**
   * Returns a verifier for providers whose tokens are signed; each token is judged by the rules of
   * the one provider whose issuer it names, or of the only one when that asks for no issuer.
   */
  static TokenVerifier signed(
      List<ProviderSettings> providers,
      Function<ProviderSettings, KeySource> keys,
      TimeSource time) {
    return SignedTokens.of(providers, keys, time);
  }

  /** Returns a verifier that checks no signature; for development only. */
  static TokenVerifier unsafeWithoutSignature(ProviderSettings provider, TimeSource time) {
    return new UnsignedTokens(provider, new ClaimRules(provider, time));
  }
}
