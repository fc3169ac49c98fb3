package co.tambo.auth.jaxrs;

import co.tambo.auth.SharedAuthenticators;
import co.tambo.auth.TamboAuthConfig;
import co.tambo.auth.TamboAuthListener;
import co.tambo.auth.TamboAuthenticator;
import jakarta.servlet.ServletContext;
import java.util.ArrayList;
import java.util.List;

/**
 * The authenticators of a web application: those of its filters, and those that its REST
 * applications use until it stops. Thread-safe.
 */
final class KnownAuthenticators {

  private static final String USED = "co.tambo.auth.jaxrs.used";

  private final ServletContext context;

  private KnownAuthenticators(ServletContext context) {
    this.context = context;
  }

  static KnownAuthenticators in(ServletContext context) {
    return new KnownAuthenticators(context);
  }

  /** Returns the one that has this configuration; a new one when there is none. */
  TamboAuthenticator with(TamboAuthConfig config) {
    return DeployedFilters.authenticators(context).stream()
        .filter(known -> known.config().equals(config))
        .findFirst()
        .orElseGet(() -> use(config));
  }

  private TamboAuthenticator use(TamboAuthConfig config) {
    SharedAuthenticators.Use use =
        SharedAuthenticators.of(context::getAttribute, context::setAttribute)
            .use(config, TamboAuthListener.logging());
    List<SharedAuthenticators.Use> used = new ArrayList<>(used());
    used.add(use);
    context.setAttribute(USED, List.copyOf(used));
    return use.authenticator();
  }

  @SuppressWarnings("unchecked") // nobody else writes this attribute
  private List<SharedAuthenticators.Use> used() {
    Object used = context.getAttribute(USED);
    return used == null ? List.of() : (List<SharedAuthenticators.Use>) used;
  }

  /** Closes those that REST applications used last. */
  void close() {
    used().forEach(SharedAuthenticators.Use::close);
    context.removeAttribute(USED);
  }
}
