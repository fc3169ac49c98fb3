package co.tambo.auth.servlet;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.FilterConfig;
import jakarta.servlet.FilterRegistration;
import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;

/**
 * Protects WebSocket endpoints on Jetty, which upgrades a connection before any declared filter
 * runs: does what a declared filter does, but before that and for upgrades alone.
 */
final class UpgradeGuard implements Filter {

  private final TamboAuthFilter filter = new TamboAuthFilter();

  /** Puts a guard before Jetty's own filter for each declared one; nothing on other servers. */
  static void addTo(ServletContext context) {
    if (String.valueOf(context.getServerInfo()).startsWith("jetty/")) {
      List<? extends FilterRegistration> declared =
          context.getFilterRegistrations().values().stream()
              .filter(each -> TamboAuthFilter.class.getName().equals(each.getClassName()))
              .toList();
      declared.forEach(each -> addTo(context, each));
    }
  }

  private static void addTo(ServletContext context, FilterRegistration declared) {
    FilterRegistration.Dynamic guard =
        context.addFilter(declared.getName() + " (upgrade)", new UpgradeGuard());
    Collection<String> patterns = declared.getUrlPatternMappings();
    if (guard != null && !patterns.isEmpty()) {
      guard.setInitParameters(declared.getInitParameters());
      guard.setAsyncSupported(true);
      guard.addMappingForUrlPatterns(
          EnumSet.of(DispatcherType.REQUEST), false, patterns.toArray(String[]::new));
    }
  }

  @Override
  public void init(FilterConfig config) throws ServletException {
    filter.init(config);
  }

  @Override
  public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    if (request instanceof HttpServletRequest http && http.getHeader("Upgrade") != null) {
      filter.doFilter(request, response, chain);
    } else {
      chain.doFilter(request, response);
    }
  }

  @Override
  public void destroy() {
    filter.destroy();
  }
}
