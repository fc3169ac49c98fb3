package co.tambo.auth.internal.verify;

import co.tambo.auth.internal.Rejection;
import co.tambo.auth.internal.config.ProviderSettings;
import co.tambo.auth.internal.config.SessionSettings;
import co.tambo.auth.internal.jose.CompactJws;
import co.tambo.auth.internal.keys.KeySource;
import co.tambo.auth.internal.sessions.AuthJsSession;
import co.tambo.auth.internal.time.TimeSource;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Decides whether a user token is good. Knows nothing of the exchange. Thread-safe. */
public interface TokenVerifier {

  /** What came of a verification. */
  sealed interface Verdict {}

  /**
   * The token is good.
   *
   * @param standing whether the key behind it still stands, asked again when the verdict is reused
   * @param until when the verdict must be asked for anew, for a provider can withdraw the token;
   *     null when it holds for as long as the token
   */
  record Accepted(VerifiedToken token, Standing standing, @Nullable Instant until)
      implements Verdict {

    /** The token is good until it expires. */
    public Accepted(VerifiedToken token, Standing standing) {
      this(token, standing, null);
    }
  }

  /**
   * The token is not good.
   *
   * @param issuer the issuer it claims, as it came; empty when that was not reached
   * @param kid the key id it claims, as it came; empty without one
   */
  record Refused(Rejection rejection, String issuer, String kid) implements Verdict {}

  /**
   * Nobody can tell at present.
   *
   * @param reason why, for the log, from a closed list
   */
  record Unavailable(String issuer, Duration retryAfter, String reason) implements Verdict {

    /** The issuer's keys cannot be had. */
    public Unavailable(String issuer, Duration retryAfter) {
      this(issuer, retryAfter, "keys_unavailable");
    }
  }

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
    return new ExplainedRefusals(SignedTokens.of(providers, keys, time));
  }

  /**
   * Returns a verifier that opens a front end's encrypted sessions, and leaves others to another.
   */
  static TokenVerifier sessions(ProviderSettings provider, TimeSource time, TokenVerifier others) {
    SessionSettings sessions = Objects.requireNonNull(provider.sessions());
    return new EncryptedSessions(
        new AuthJsSession(sessions.secrets(), sessions.cookieNames()),
        new ClaimRules(provider, time),
        others);
  }

  /**
   * Returns a verifier that tells by the shape of a token who verifies it: three parts, as a
   * compact JWS has (RFC 7515 section 7.1), however they are spelt, or anything else.
   */
  static TokenVerifier byShape(TokenVerifier signed, TokenVerifier opaque) {
    return token -> (CompactJws.hasThreeParts(token) ? signed : opaque).verify(token);
  }

  /** Returns a verifier that checks no signature; for development only. */
  static TokenVerifier unsafeWithoutSignature(ProviderSettings provider, TimeSource time) {
    return new UnsignedTokens(provider, new ClaimRules(provider, time));
  }
}
