package co.tambo.auth.internal.http;

import co.tambo.auth.internal.http.HttpFetch.Cause;
import java.io.IOException;
import java.io.Serial;

/** An answer's body is not read, or not to its end. Stackless. */
final class UnreadableBodyException extends IOException {

  @Serial private static final long serialVersionUID = 1L;

  private final Cause kind;

  UnreadableBodyException(Cause kind, String phrase) {
    super(phrase);
    this.kind = kind;
  }

  Cause kind() {
    return kind;
  }

  @Override
  public Throwable fillInStackTrace() {
    return this;
  }
}
