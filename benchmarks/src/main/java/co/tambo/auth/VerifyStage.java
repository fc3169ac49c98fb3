package co.tambo.auth;

import co.tambo.auth.internal.keys.KeySource;
import co.tambo.auth.internal.time.TimeSource;
import co.tambo.auth.internal.verify.TokenVerifier;

/** The verifier of a configuration with fixed keys, without a memory. */
public final class VerifyStage {

  private VerifyStage() {}

  /** Returns the verifier that an authenticator of this configuration would have. */
  public static TokenVerifier of(TamboAuthConfig config) {
    return TokenVerifier.signed(
        config.policy().providers(),
        provider -> KeySource.fixed(provider.keys()),
        TimeSource.system());
  }
}
