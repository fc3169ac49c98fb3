package co.tambo.auth.internal.exchange;

import co.tambo.auth.internal.Fingerprint;
import java.time.Instant;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What Tambo is given for a user token (RFC 8693 section 2.1).
 *
 * @param text gives the token, asked once for each call to Tambo and for nothing else; never
 *     printed
 * @param fingerprint the user token's fingerprint under the present policy
 * @param expiresAt when the user token expires; null when only Tambo can tell
 */
public record SubjectToken(
    Supplier<String> text, Fingerprint fingerprint, @Nullable Instant expiresAt) {

  @Override
  public String toString() {
    return "SubjectToken[" + fingerprint.shortHex() + "]";
  }
}
