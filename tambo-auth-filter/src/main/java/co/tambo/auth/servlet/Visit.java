package co.tambo.auth.servlet;

import co.tambo.auth.RequestTarget;
import co.tambo.auth.TamboAuthenticator;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.FilterConfig;

/**
 * A dispatch that a filter has let through and that has not come back; the same filter met again on
 * the way has nothing to add.
 */
record Visit(TamboAuthenticator authenticator, DispatcherType type, RequestTarget target) {

  /** Returns the name of the request attribute that holds a filter's visit. */
  static String attribute(FilterConfig filter) {
    return Visit.class.getName() + '/' + filter.getFilterName();
  }
}
