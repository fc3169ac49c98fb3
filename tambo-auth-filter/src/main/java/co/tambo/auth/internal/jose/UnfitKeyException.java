package co.tambo.auth.internal.jose;

import java.io.Serial;

/** Says why a key is not admitted, as the end of a sentence, without key material. Stackless. */
final class UnfitKeyException extends Exception {

  @Serial private static final long serialVersionUID = 1L;

  private final String reason;

  UnfitKeyException(String reason) {
    super(reason, null, false, false);
    this.reason = reason;
  }

  String reason() {
    return reason;
  }
}
