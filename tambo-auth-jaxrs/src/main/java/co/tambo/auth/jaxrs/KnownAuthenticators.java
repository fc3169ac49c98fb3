package co.tambo.auth.jaxrs;

import co.tambo.auth.TamboAuthConfig;
import co.tambo.auth.TamboAuthenticator;
import jakarta.servlet.ServletContext;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * The authenticators of a web application: those of its filters, and those that its REST
 * applications started and that stop with it. Thread-safe.
 */
final class KnownAuthenticators {

  private static final String STARTED = "co.tambo.auth.jaxrs.started";

  private final ServletContext context;

  private KnownAuthenticators(ServletContext context) {
    this.context = context;
  }

  static KnownAuthenticators in(ServletContext context) {
    return new KnownAuthenticators(context);
  }

  /** Returns the one that has this configuration; a new one when there is none. */
  TamboAuthenticator with(TamboAuthConfig config) {
    return Stream.concat(DeployedFilters.authenticators(context).stream(), started().stream())
        .filter(known -> known.config().equals(config))
        .findFirst()
        .orElseGet(() -> start(config));
  }

  private TamboAuthenticator start(TamboAuthConfig config) {
    TamboAuthenticator authenticator = TamboAuthenticator.of(config);
    List<TamboAuthenticator> started = new ArrayList<>(started());
    started.add(authenticator);
    context.setAttribute(STARTED, List.copyOf(started));
    return authenticator;
  }

  @SuppressWarnings("unchecked") // nobody else writes this attribute
  private List<TamboAuthenticator> started() {
    Object started = context.getAttribute(STARTED);
    return started == null ? List.of() : (List<TamboAuthenticator>) started;
  }

  /** Closes those that REST applications started. */
  void close() {
    started().forEach(TamboAuthenticator::close);
    context.removeAttribute(STARTED);
  }
}
