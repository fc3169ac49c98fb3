package co.tambo.probe;

import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletContextEvent;
import jakarta.servlet.ServletContextListener;

/** Has the container's own caller established where the context path asks for it. */
public final class ContainerLoginListener implements ServletContextListener {

  private static final String ASKING = "-login";

  /** For the servlet container. */
  public ContainerLoginListener() {}

  @Override
  public void contextInitialized(ServletContextEvent event) {
    ServletContext context = event.getServletContext();
    if (isAsked(context)) {
      context.setInitParameter("tambo.container-login", "true");
    }
  }

  static boolean isAsked(ServletContext context) {
    return context.getContextPath().endsWith(ASKING);
  }
}
