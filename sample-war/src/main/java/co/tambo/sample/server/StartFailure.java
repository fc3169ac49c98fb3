package co.tambo.sample.server;

import java.net.BindException;
import org.jspecify.annotations.Nullable;

/** Turns what a server throws into what its user needs to know. */
final class StartFailure {

  private static final String CONFIGURATION = "TamboConfigException";

  private StartFailure() {}

  static Exception of(Exception failure, int port) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      String message = message(cause, port);
      if (message != null) {
        return new IllegalStateException(message, failure);
      }
    }
    return failure;
  }

  private static @Nullable String message(Throwable cause, int port) {
    if (cause instanceof BindException) {
      return "Port " + port + " is in use; choose another one with --port=N.";
    }
    return cause.getClass().getSimpleName().equals(CONFIGURATION) ? cause.getMessage() : null;
  }
}
