package co.tambo.auth.jaxrs;

import co.tambo.auth.AuthRequest;
import co.tambo.auth.EstablishedCaller;
import co.tambo.auth.RequestTarget;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.security.Principal;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The view of a request as the servlet container has it, so that neither a JAX-RS filter nor a
 * matrix parameter changes what is decided.
 */
record ServletAuthRequest(HttpServletRequest request) implements AuthRequest {

  @Override
  public String method() {
    return request.getMethod();
  }

  @Override
  public RequestTarget target() {
    String pathInfo = request.getPathInfo();
    return new RequestTarget(
        RequestTarget.origin(request.getScheme(), request.getServerName(), request.getServerPort()),
        request.getDispatcherType() == DispatcherType.REQUEST ? request.getRequestURI() : null,
        request.getContextPath(),
        request.getServletPath() + (pathInfo == null ? "" : pathInfo),
        request.getQueryString());
  }

  @Override
  public List<String> headers(String name) {
    return Collections.list(request.getHeaders(name));
  }

  @Override
  public @Nullable Object sessionAttribute(String name) {
    HttpSession session = request.getSession(false);
    return session == null ? null : session.getAttribute(name);
  }

  @Override
  public @Nullable Object attribute(String name) {
    return request.getAttribute(name);
  }

  @Override
  public @Nullable Principal containerPrincipal() {
    return EstablishedCaller.foreign(request.getUserPrincipal(), request::getAttribute);
  }
}
