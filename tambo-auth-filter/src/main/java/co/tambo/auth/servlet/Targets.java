package co.tambo.auth.servlet;

import co.tambo.auth.RequestTarget;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Reads where a request is going. */
final class Targets {

  private Targets() {}

  static RequestTarget of(HttpServletRequest request) {
    return isIncludeByPath(request) ? included(request) : direct(request);
  }

  /** Only an INCLUDE dispatch may be told its path by attributes, which anybody can set. */
  private static boolean isIncludeByPath(HttpServletRequest request) {
    return request.getDispatcherType() == DispatcherType.INCLUDE
        && request.getAttribute(RequestDispatcher.INCLUDE_REQUEST_URI) != null;
  }

  private static RequestTarget direct(HttpServletRequest request) {
    return new RequestTarget(
        origin(request),
        request.getDispatcherType() == DispatcherType.REQUEST
            ? Objects.requireNonNullElse(request.getRequestURI(), "")
            : null,
        text(request.getContextPath()),
        text(request.getServletPath()) + text(request.getPathInfo()),
        request.getQueryString());
  }

  private static RequestTarget included(HttpServletRequest request) {
    return new RequestTarget(
        origin(request),
        null,
        text(request.getAttribute(RequestDispatcher.INCLUDE_CONTEXT_PATH)),
        text(request.getAttribute(RequestDispatcher.INCLUDE_SERVLET_PATH))
            + text(request.getAttribute(RequestDispatcher.INCLUDE_PATH_INFO)),
        request.getQueryString());
  }

  private static String origin(HttpServletRequest request) {
    return RequestTarget.origin(
        text(request.getScheme()), text(request.getServerName()), request.getServerPort());
  }

  private static String text(@Nullable Object value) {
    return value == null ? "" : value.toString();
  }
}
