package co.tambo.auth.testing;

import java.util.List;
import java.util.Map;

/** How a provider writes one kind of token, and what accepts it. Immutable. */
interface ProviderVoice {

  /** What proves a token. */
  enum Proof {
    KEY_SET,
    SECRET,
    SESSION_SECRET
  }

  /** Returns the settings that accept the token, apart from those of its proof. */
  Map<String, String> settings();

  /** Returns how the provider names and publishes its keys. */
  KeyForm keys();

  /** Writes header and claims; {@code sub} and {@code iat} are there already. */
  void write(TokenBuilder token, String subject);

  /** Returns what proves the token. */
  default Proof proof() {
    return Proof.KEY_SET;
  }

  /** Puts roles where the provider has them. */
  default void roles(TokenBuilder token, List<String> roles) {
    throw new UnsupportedOperationException(
        "this provider's tokens hold no roles; use claim(…) and tambo.roles-claim");
  }

  /** Puts the tenant where the provider has it. */
  default void tenant(TokenBuilder token, String tenant) {
    throw new UnsupportedOperationException(
        "this provider's tokens name no tenant; use claim(…) and tambo.tenant-claim");
  }

  /** Puts an e-mail address where the provider has it. */
  default void email(TokenBuilder token, String email) {
    token.claim("email", email).claim("email_verified", true);
  }

  /** Returns an address for a user without one. */
  static String emailOf(String subject) {
    return subject.replaceAll("[^A-Za-z0-9._-]", ".") + "@example.com";
  }
}
