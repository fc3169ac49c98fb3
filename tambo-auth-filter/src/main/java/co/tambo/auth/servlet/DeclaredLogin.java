package co.tambo.auth.servlet;

import co.tambo.auth.ConfigSource;
import co.tambo.auth.TamboAuthConfig;
import co.tambo.auth.TamboAuthConfig.TamboConfigException;
import jakarta.servlet.FilterRegistration;
import jakarta.servlet.ServletContext;
import java.util.List;
import java.util.Optional;

/** A container login that a web application's declarations ask for. */
record DeclaredLogin(String filter, FilterCoverage coverage, TamboAuthConfig config) {

  /** The name that stands for no filter. */
  static final String WITHOUT_FILTER = "";

  private static final String KEY = "tambo.container-login";

  /**
   * Returns the logins of the declared filters. An application without a filter, but with the
   * context-param, has one for everything.
   */
  static List<DeclaredLogin> in(ServletContext context) {
    List<? extends FilterRegistration> filters =
        context.getFilterRegistrations().values().stream()
            .filter(filter -> TamboAuthFilter.class.getName().equals(filter.getClassName()))
            .toList();
    return filters.isEmpty()
        ? withoutFilter(context)
        : filters.stream().map(each -> of(each, context)).flatMap(Optional::stream).toList();
  }

  private static List<DeclaredLogin> withoutFilter(ServletContext context) {
    return context.getInitParameter(KEY) == null
        ? List.of()
        : load(WITHOUT_FILTER, FilterCoverage.EVERYTHING, ServletConfigSources.of(context)).stream()
            .toList();
  }

  private static Optional<DeclaredLogin> of(FilterRegistration filter, ServletContext context) {
    return load(
        filter.getName(), FilterCoverage.of(filter), ServletConfigSources.of(filter, context));
  }

  /** A configuration that cannot be used stops the adapter whose it is. */
  private static Optional<DeclaredLogin> load(
      String filter, FilterCoverage coverage, List<ConfigSource> sources) {
    try {
      return Optional.of(TamboAuthConfig.load(sources))
          .filter(TamboAuthConfig::containerLogin)
          .map(config -> new DeclaredLogin(filter, coverage, config));
    } catch (TamboConfigException saidByTheAdapter) {
      return Optional.empty();
    }
  }
}
