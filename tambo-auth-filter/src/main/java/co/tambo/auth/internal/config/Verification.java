package co.tambo.auth.internal.config;

/** How a provider's tokens are verified. */
public enum Verification {
  /** Keys by OpenID discovery, or from a configured key set address. */
  DISCOVERY,
  /** A configured public key. */
  PUBLIC_KEY,
  /** A shared secret; for testing. */
  SECRET,
  /** No signature check; for development. */
  NONE,
  /** Tambo is the judge: every token is exchanged. */
  TAMBO
}
