package co.tambo.auth.jaxrs;

import co.tambo.auth.TamboAuthListener;
import co.tambo.auth.TamboAuthWarning;
import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletRequestEvent;
import jakarta.servlet.ServletRequestListener;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Warns where a server has started the REST applications without the feature, so that it protects
 * none of them: TomEE looks for no features where an application names its classes.
 */
final class UndiscoveredFeature implements ServletRequestListener {

  private static final String CONFIGURED = "co.tambo.auth.jaxrs.configured";

  private static final TamboAuthWarning WARNING =
      new TamboAuthWarning(
          "TAMBO-962",
          "This server has not found TamboAuthFeature: tambo-auth-jaxrs protects no REST resource"
              + " here. Add TamboAuthFeature.class to Application.getClasses(), or map"
              + " TamboAuthFilter to the REST paths.");

  private final TamboAuthListener listener;
  private final AtomicBoolean looked = new AtomicBoolean();

  UndiscoveredFeature(TamboAuthListener listener) {
    this.listener = listener;
  }

  /** Notes that the feature of an application was configured. */
  static void isDiscovered(ServletContext context) {
    context.setAttribute(CONFIGURED, true);
  }

  /** Elsewhere REST applications start later than the first request. */
  @Override
  public void requestInitialized(ServletRequestEvent event) {
    ServletContext context = event.getServletContext();
    if (!looked.getAndSet(true)
        && String.valueOf(context.getServerInfo()).contains("TomEE")
        && context.getAttribute(CONFIGURED) == null) {
      listener.warned(WARNING);
    }
  }
}
