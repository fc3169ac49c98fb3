package co.tambo.auth;

import java.io.Serial;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The user's Tambo token cannot be had. Holds no secret. Both adapters turn an uncaught one into
 * the answer of its {@link #error()}.
 */
public final class TamboTokenException extends RuntimeException {

  @Serial private static final long serialVersionUID = 1L;

  private final AuthError error;
  private final @Nullable Duration retryAfter;

  TamboTokenException(AuthError error, String reason, @Nullable Duration retryAfter) {
    super(error.code() + ": " + reason);
    this.error = error;
    this.retryAfter = retryAfter;
  }

  /** Returns the entry of the error catalogue. */
  public AuthError error() {
    return error;
  }

  /** Returns the HTTP status that this failure is answered with. */
  public int status() {
    return error.status();
  }

  /** Returns the stable code, {@code TAMBO-…}. */
  public String code() {
    return error.code();
  }

  /** Returns how long to wait before the next try, from 1 to 60 seconds, if waiting can help. */
  public Optional<Duration> retryAfter() {
    return Optional.ofNullable(retryAfter);
  }
}
