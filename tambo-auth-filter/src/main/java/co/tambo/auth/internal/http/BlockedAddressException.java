package co.tambo.auth.internal.http;

import java.io.IOException;
import java.io.Serial;

/** A host has an address that may not be sent to. Stackless. */
final class BlockedAddressException extends IOException {

  @Serial private static final long serialVersionUID = 1L;

  @Override
  public Throwable fillInStackTrace() {
    return this;
  }
}
