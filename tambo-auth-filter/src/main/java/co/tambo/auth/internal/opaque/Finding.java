package co.tambo.auth.internal.opaque;

import co.tambo.auth.internal.Rejection;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What one question about a token brought. */
sealed interface Finding {

  /**
   * The provider stands by the token.
   *
   * @param claims what it says of the token or its user, JSON nulls left out
   * @param subject the user; null when this answer names none
   * @param expiresAt when the token ends; null when this answer does not say
   */
  record Stated(Map<String, Object> claims, @Nullable String subject, @Nullable Instant expiresAt)
      implements Finding {

    /** What is known of a token that nobody has been asked about. */
    static final Stated NOTHING = new Stated(Map.of(), null, null);
  }

  /** The token is not good. */
  record Denied(Rejection rejection) implements Finding {}

  /**
   * Nobody can tell at present.
   *
   * @param reason why, for the log, from a closed list
   */
  record Unheard(String reason, Duration retryAfter) implements Finding {}
}
