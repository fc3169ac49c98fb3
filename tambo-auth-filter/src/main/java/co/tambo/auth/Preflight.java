package co.tambo.auth;

import co.tambo.auth.internal.config.ConfigWarning;
import java.util.concurrent.atomic.AtomicBoolean;

/** Tells a CORS preflight (Fetch, "CORS-preflight request") from every other OPTIONS request. */
final class Preflight {

  private final boolean pass;
  private final TamboAuthListener listener;
  private final AtomicBoolean said = new AtomicBoolean();

  Preflight(boolean pass, TamboAuthListener listener) {
    this.pass = pass;
    this.listener = listener;
  }

  /** Returns whether a request goes on as anonymous because it is a preflight. */
  boolean passes(AuthRequest request) {
    return pass && isPreflight(request);
  }

  /** Says once which setting a refused preflight is about. */
  void refused(AuthRequest request) {
    if (isPreflight(request) && said.compareAndSet(false, true)) {
      listener.warned(ConfigWarning.PREFLIGHT_REFUSED.about());
    }
  }

  private static boolean isPreflight(AuthRequest request) {
    return request.method().equals("OPTIONS")
        && !request.headers("Origin").isEmpty()
        && !request.headers("Access-Control-Request-Method").isEmpty();
  }
}
