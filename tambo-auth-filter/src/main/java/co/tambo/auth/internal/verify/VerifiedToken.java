package co.tambo.auth.internal.verify;

import co.tambo.auth.internal.config.ProviderSettings;
import co.tambo.auth.internal.providers.UserClaims;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A token that was accepted.
 *
 * @param provider the provider whose rules it passed
 * @param issuer the issuer; null where none was asked for and none is there
 * @param subject the subject
 * @param expiresAt when it stops being valid, skew not counted; of a token that does not say, when
 *     its provider must be asked for it anew
 * @param claims its claims, strictly read, JSON nulls left out; deeply immutable
 * @param user what the claims say of the user beyond that
 * @param proof who vouches for the claims
 */
public record VerifiedToken(
    ProviderSettings provider,
    @Nullable String issuer,
    String subject,
    Instant expiresAt,
    Map<String, Object> claims,
    UserClaims user,
    Proof proof) {

  /** Who vouches for claims. */
  public enum Proof {
    /** Nobody: no signature was checked. */
    NONE,
    /** The issuer, by a signature; or the front end, by the encryption of its session. */
    SIGNATURE,
    /** The provider, in an answer about the token. */
    ANSWER,
    /** The provider, in an answer to the token, from which Tambo takes no more than the subject. */
    USERINFO
  }

  /** Returns whether anybody vouches for the claims. */
  public boolean verified() {
    return proof != Proof.NONE;
  }

  /** Returns the claims that Tambo reads when it makes a context key of the token. */
  public Map<String, Object> keyClaims() {
    return proof == Proof.USERINFO ? Map.of() : claims;
  }
}
