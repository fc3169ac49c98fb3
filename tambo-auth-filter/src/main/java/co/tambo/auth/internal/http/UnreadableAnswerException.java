package co.tambo.auth.internal.http;

import co.tambo.auth.internal.http.HttpFetch.Cause;
import java.io.IOException;
import java.io.Serial;

/** An answer is not read, or not to its end. Stackless. */
final class UnreadableAnswerException extends IOException {

  @Serial private static final long serialVersionUID = 1L;

  private final Cause kind;

  UnreadableAnswerException(Cause kind, String phrase) {
    super(phrase);
    this.kind = kind;
  }

  static UnreadableAnswerException tooLarge(int maxBytes) {
    return new UnreadableAnswerException(Cause.TOO_LARGE, "more than " + maxBytes + " bytes");
  }

  static UnreadableAnswerException encoded() {
    return new UnreadableAnswerException(Cause.BROKEN, "content encoding");
  }

  Cause kind() {
    return kind;
  }

  @Override
  public Throwable fillInStackTrace() {
    return this;
  }
}
