package co.tambo.auth.jaxrs;

import co.tambo.auth.TamboAuthListener;
import jakarta.servlet.ServletContainerInitializer;
import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletContextEvent;
import jakarta.servlet.ServletContextListener;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Tells {@link TamboAuthFeature} which web application it is part of, and closes, when that stops,
 * what the feature started in it. Found by the servlet container; an embedded one without discovery
 * is given it by hand.
 */
public final class TamboAuthInitializer implements ServletContainerInitializer {

  /** For the servlet container. */
  public TamboAuthInitializer() {}

  @Override
  public void onStartup(@Nullable Set<Class<?>> classes, ServletContext context) {
    StartedContexts.add(context);
    context.addListener(new UndiscoveredFeature(TamboAuthListener.logging()));
    context.addListener(
        new ServletContextListener() {
          @Override
          public void contextDestroyed(ServletContextEvent event) {
            StartedContexts.remove(event.getServletContext());
            KnownAuthenticators.in(event.getServletContext()).close();
          }
        });
  }
}
