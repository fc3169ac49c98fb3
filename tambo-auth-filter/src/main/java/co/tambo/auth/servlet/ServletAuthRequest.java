package co.tambo.auth.servlet;

import co.tambo.auth.AuthRequest;
import co.tambo.auth.RequestTarget;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.security.Principal;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A servlet request as the core sees it. */
record ServletAuthRequest(HttpServletRequest request, RequestTarget target) implements AuthRequest {

  /** Returns a view of a request; of one that was logged out, a view without any credential. */
  static AuthRequest of(HttpServletRequest request, RequestTarget target) {
    AuthRequest view = new ServletAuthRequest(request, target);
    return DispatchAttributes.isForgotten(request) ? new WithoutCredentials(view) : view;
  }

  @Override
  public String method() {
    return request.getMethod();
  }

  @Override
  public List<String> headers(String name) {
    Enumeration<String> lines = request.getHeaders(name);
    return lines == null ? List.of() : Collections.list(lines);
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
    return TamboAuthenticatedRequest.containerPrincipal(request);
  }
}
