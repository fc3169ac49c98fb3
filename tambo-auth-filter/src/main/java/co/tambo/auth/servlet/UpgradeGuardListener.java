package co.tambo.auth.servlet;

import jakarta.servlet.ServletContextEvent;
import jakarta.servlet.ServletContextListener;

/**
 * Has WebSocket endpoints protected on Jetty. Named by the jar's web-fragment.xml, which the
 * servlet container reads unless the application's {@code web.xml} is metadata-complete. An
 * initializer would come too early, for Jetty's own puts its filter before all that are there.
 */
public final class UpgradeGuardListener implements ServletContextListener {

  /** For the servlet container. */
  public UpgradeGuardListener() {}

  @Override
  public void contextInitialized(ServletContextEvent event) {
    UpgradeGuard.addTo(event.getServletContext());
  }
}
