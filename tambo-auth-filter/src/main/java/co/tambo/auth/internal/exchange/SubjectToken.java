package co.tambo.auth.internal.exchange;

import co.tambo.auth.internal.Fingerprint;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The user's token as Tambo is given it (RFC 8693 section 2.1).
 *
 * @param value the token; never printed
 * @param fingerprint the token's fingerprint under the present policy
 * @param expiresAt when it expires; null when only Tambo can tell
 */
public record SubjectToken(String value, Fingerprint fingerprint, @Nullable Instant expiresAt) {
  @Override
  public String toString() {
    return "SubjectToken[" + fingerprint.shortHex() + "]";
  }
}
