package co.tambo.auth.testing;

import java.io.Serial;

/** A text is no JWT, or not a good one. Stackless. */
final class JwtException extends Exception {

  @Serial private static final long serialVersionUID = 1L;

  JwtException(String reason) {
    super(reason, null, false, false);
  }
}
