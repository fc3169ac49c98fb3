package co.tambo.auth.servlet;

import jakarta.servlet.ServletContainerInitializer;
import jakarta.servlet.ServletContext;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Starts {@code tambo.container-login} with the web application, before its filters: some
 * containers start a filter with its first request only. Found by the servlet container; an
 * embedded one without discovery is given it by hand, or starts the login with the filter.
 */
public final class TamboAuthInitializer implements ServletContainerInitializer {

  /** For the servlet container. */
  public TamboAuthInitializer() {}

  @Override
  public void onStartup(@Nullable Set<Class<?>> classes, ServletContext context) {
    List<DeclaredLogin> logins = DeclaredLogin.in(context);
    if (!logins.isEmpty()) {
      context.addListener(new DeclaredLoginListener(logins));
    }
  }
}
