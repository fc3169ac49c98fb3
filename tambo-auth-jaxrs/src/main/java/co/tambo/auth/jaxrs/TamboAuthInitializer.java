package co.tambo.auth.jaxrs;

import jakarta.servlet.ServletContainerInitializer;
import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletContextEvent;
import jakarta.servlet.ServletContextListener;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Closes, when the web application stops, what {@link TamboAuthFeature} started in it. Found by the
 * servlet container; an embedded one without discovery is given it by hand.
 */
public final class TamboAuthInitializer implements ServletContainerInitializer {

  /** For the servlet container. */
  public TamboAuthInitializer() {}

  @Override
  public void onStartup(@Nullable Set<Class<?>> classes, ServletContext context) {
    context.addListener(
        new ServletContextListener() {
          @Override
          public void contextDestroyed(ServletContextEvent event) {
            KnownAuthenticators.in(event.getServletContext()).close();
          }
        });
  }
}
