package co.tambo.auth.internal.providers;

import co.tambo.auth.internal.Rejection;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What the tokens of one provider mean beyond the registered claims. Immutable, thread-safe; a
 * record, so that its text sets one configuration apart from another.
 */
public interface ProviderRules {

  /** Returns the rules of a provider that is not known by name. */
  static ProviderRules general() {
    return new General();
  }

  /**
   * Returns why a token that met every general rule is no token of a user for this application,
   * empty when it is one.
   */
  default Optional<Rejection> objection(TokenView token) {
    return Optional.empty();
  }

  /** Returns what the claims say of the user. */
  default UserClaims user(Map<String, Object> claims) {
    return UserClaims.common(claims);
  }

  /** Returns whether the accepted audiences bind this token. */
  default boolean boundByAudience(TokenView token) {
    return true;
  }

  /** Returns whether the accepted parties bind this token. */
  default boolean boundByParty(TokenView token) {
    return true;
  }

  /** Returns to whom the token was issued, null when it does not say. */
  default @Nullable String party(TokenView token) {
    String azp = token.text("azp");
    return azp == null ? token.text("client_id") : azp;
  }

  /**
   * Returns whether a key may sign this token.
   *
   * @param issuer the issuer that the key set names for the key; null when it names none
   */
  default boolean mayBeSignedWith(@Nullable String issuer, TokenView token) {
    return true;
  }
}
