package co.tambo.auth.servlet;

import co.tambo.auth.TamboAuthConfig;
import co.tambo.auth.TamboAuthConfig.TamboConfigException;
import co.tambo.auth.TamboAuthListener;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.FilterConfig;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * Lets only requests through that the configuration admits, and shows the application who the Tambo
 * user is: by {@code getUserPrincipal()}, {@code isUserInRole()} and {@link
 * co.tambo.auth.TamboAuth}.
 *
 * <p>Settings are {@code tambo.*} filter init-params, then context-params, then those of the
 * environment. A configuration that cannot be used stops the deployment. Map the filter to {@code
 * /*} for all five dispatcher types and declare it async-supported:
 *
 * <pre>{@code
 * <filter>
 *   <filter-name>tambo</filter-name>
 *   <filter-class>co.tambo.auth.servlet.TamboAuthFilter</filter-class>
 *   <async-supported>true</async-supported>
 * </filter>
 * <filter-mapping>
 *   <filter-name>tambo</filter-name>
 *   <url-pattern>/*</url-pattern>
 *   <dispatcher>REQUEST</dispatcher>
 *   <dispatcher>ASYNC</dispatcher>
 *   <dispatcher>FORWARD</dispatcher>
 *   <dispatcher>INCLUDE</dispatcher>
 *   <dispatcher>ERROR</dispatcher>
 * </filter-mapping>
 * }</pre>
 *
 * <p>A FORWARD, INCLUDE or ASYNC dispatch keeps the verdict and decides anew whether it may go
 * where it is going; a refused INCLUDE is left out. An ERROR dispatch is never refused. Request
 * parameters and bodies are never read.
 *
 * <p>With {@code tambo.container-login=true} the container's own caller is the user too, before any
 * filter runs (Jakarta Authentication); the filter answers the same as without. Thread-safe.
 */
public final class TamboAuthFilter implements Filter {

  private final @Nullable TamboAuthConfig config;
  private final TamboAuthListener listener;
  private volatile @Nullable Deployment deployment;

  /** Creates a filter that is configured by its container and logs. */
  public TamboAuthFilter() {
    this(null, TamboAuthListener.logging());
  }

  /** Creates a filter that is configured by its container and tells a listener. */
  public TamboAuthFilter(TamboAuthListener listener) {
    this(null, listener);
  }

  /**
   * Creates a filter for programmatic registration.
   *
   * @param config the configuration, instead of init-params and context-params; null to read these
   */
  public TamboAuthFilter(@Nullable TamboAuthConfig config, TamboAuthListener listener) {
    this.config = config;
    this.listener = listener;
  }

  /**
   * Starts an authenticator.
   *
   * @throws ServletException naming every problem of the configuration
   */
  @Override
  public void init(FilterConfig filterConfig) throws ServletException {
    try {
      deployment = Deployment.start(config(filterConfig), listener, filterConfig);
    } catch (TamboConfigException e) {
      throw new ServletException(e.getMessage(), e);
    }
  }

  private TamboAuthConfig config(FilterConfig filterConfig) {
    return config != null ? config : TamboAuthConfig.load(ServletConfigSources.of(filterConfig));
  }

  @Override
  public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    Deployment present = deployment;
    if (present == null
        || !(request instanceof HttpServletRequest http)
        || !(response instanceof HttpServletResponse answer)) {
      throw new ServletException("TamboAuthFilter protects HTTP requests, after init() succeeded");
    }
    present.pass(http, answer, chain);
  }

  /** Closes the authenticator; requests that are still under way are refused with 503. */
  @Override
  public void destroy() {
    Deployment present = deployment;
    if (present != null) {
      present.close();
    }
  }
}
