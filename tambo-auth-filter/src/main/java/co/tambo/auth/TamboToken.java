package co.tambo.auth;

import java.time.Instant;
import java.util.Objects;

/**
 * A token that Tambo issued for a user (RFC 8693 section 2.2.1). Opaque; its value is never
 * printed.
 *
 * @param value the token, fit for an {@code Authorization: Bearer} header
 * @param expiresAt when it stops being usable; never later than the user token's own expiry
 */
public record TamboToken(String value, Instant expiresAt) {

  /** Checks that nothing is null. */
  public TamboToken {
    Objects.requireNonNull(value, "value");
    Objects.requireNonNull(expiresAt, "expiresAt");
  }

  @Override
  public String toString() {
    return "TamboToken[****, expiresAt=" + expiresAt + "]";
  }
}
