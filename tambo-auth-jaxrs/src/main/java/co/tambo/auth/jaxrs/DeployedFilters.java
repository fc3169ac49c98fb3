package co.tambo.auth.jaxrs;

import co.tambo.auth.TamboAuthConfig;
import co.tambo.auth.TamboAuthenticator;
import jakarta.servlet.FilterRegistration;
import jakarta.servlet.ServletContext;
import java.util.List;

/** The servlet filters of a web application, as far as a REST application follows them. */
final class DeployedFilters {

  private static final String FILTER = "co.tambo.auth.servlet.TamboAuthFilter";

  private DeployedFilters() {}

  /** Returns the authenticators of the filters that have started. */
  static List<TamboAuthenticator> authenticators(ServletContext context) {
    return context.getAttribute(TamboAuthenticator.DEPLOYED) instanceof List<?> deployed
        ? deployed.stream()
            .filter(TamboAuthenticator.class::isInstance)
            .map(TamboAuthenticator.class::cast)
            .toList()
        : List.of();
  }

  /**
   * Returns the differing configurations of the filters. Undertow starts a filter with its first
   * request, after the REST application; then they are read as the filter will read them.
   */
  static List<TamboAuthConfig> configs(ServletContext context) {
    List<TamboAuthenticator> started = authenticators(context);
    List<? extends FilterRegistration> declared =
        context.getFilterRegistrations().values().stream()
            .filter(filter -> FILTER.equals(filter.getClassName()))
            .toList();
    return declared.size() > started.size()
        ? declared.stream().map(filter -> config(context, filter)).distinct().toList()
        : started.stream().map(TamboAuthenticator::config).distinct().toList();
  }

  private static TamboAuthConfig config(ServletContext context, FilterRegistration filter) {
    return TamboAuthConfig.load(
        List.of(Sources.initParams(filter), Sources.contextParams(context)));
  }
}
