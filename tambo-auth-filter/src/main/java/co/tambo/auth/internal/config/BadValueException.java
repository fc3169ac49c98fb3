package co.tambo.auth.internal.config;

import java.io.Serial;

/** Carries what is wrong with a value, and the fix, to the collector of problems. Stackless. */
final class BadValueException extends Exception {

  @Serial private static final long serialVersionUID = 1L;

  private final String fix;

  BadValueException(String fix) {
    super(fix, null, false, false);
    this.fix = fix;
  }

  String fix() {
    return fix;
  }
}
