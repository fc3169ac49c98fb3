package co.tambo.auth.internal;

import java.io.Serial;

/** Carries a {@link Rejection} out of nested parsing to the one place that answers. Stackless. */
public final class TokenRejectedException extends Exception {

  @Serial private static final long serialVersionUID = 1L;

  private final Rejection rejection;

  /** Creates an exception without a stack trace: a refused token is no defect. */
  public TokenRejectedException(Rejection rejection) {
    super(rejection.word(), null, false, false);
    this.rejection = rejection;
  }

  /** Returns why. */
  public Rejection rejection() {
    return rejection;
  }
}
