package co.tambo.auth.servlet;

import co.tambo.auth.TamboAuthenticator;
import jakarta.servlet.ServletContext;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;

/**
 * The authenticators of the filters that a web application has deployed, in their order; the JAX-RS
 * feature takes the only one. Thread-safe.
 */
final class DeployedFilters {

  private static final ReentrantLock CHANGE = new ReentrantLock();

  private DeployedFilters() {}

  /** Returns the authenticators; empty without a filter. */
  static List<TamboAuthenticator> in(ServletContext context) {
    return context.getAttribute(TamboAuthenticator.DEPLOYED) instanceof List<?> deployed
        ? deployed.stream().map(TamboAuthenticator.class::cast).toList()
        : List.of();
  }

  static void publish(TamboAuthenticator authenticator, ServletContext context) {
    change(context, deployed -> deployed.add(authenticator));
  }

  static void withdraw(TamboAuthenticator authenticator, ServletContext context) {
    change(context, deployed -> deployed.remove(authenticator));
  }

  private static void change(ServletContext context, Consumer<List<TamboAuthenticator>> change) {
    CHANGE.lock();
    try {
      List<TamboAuthenticator> deployed = new ArrayList<>(in(context));
      change.accept(deployed);
      context.setAttribute(
          TamboAuthenticator.DEPLOYED, deployed.isEmpty() ? null : List.copyOf(deployed));
    } finally {
      CHANGE.unlock();
    }
  }
}
