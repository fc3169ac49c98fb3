package co.tambo.auth.servlet;

import co.tambo.auth.TamboAuth;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The request attributes that one dispatch sets, and puts back when it is over. */
final class DispatchAttributes {

  /** The handle's name in expression language. */
  static final String EL_NAME = "tamboAuth";

  private static final String FORGOTTEN = "co.tambo.auth.servlet.forgotten";

  private final HttpServletRequest request;
  private final String visitName;
  private @Nullable Object visitBefore;
  private @Nullable Object authBefore;
  private boolean entered;

  DispatchAttributes(HttpServletRequest request, String visitName) {
    this.request = request;
    this.visitName = visitName;
  }

  /** Returns whether the user of a request has logged out of it. */
  static boolean isForgotten(HttpServletRequest request) {
    return request.getAttribute(FORGOTTEN) != null;
  }

  /** Makes every later dispatch of the request one without credentials. */
  void forget() {
    request.setAttribute(FORGOTTEN, true);
  }

  /** Returns the verdict that the request has. */
  Optional<TamboAuth> auth() {
    try {
      return Optional.of(TamboAuth.of(request::getAttribute));
    } catch (IllegalStateException undecided) {
      return Optional.empty();
    }
  }

  void publish(@Nullable Object auth) {
    publish(auth, request);
  }

  static void publish(@Nullable Object auth, HttpServletRequest request) {
    request.setAttribute(TamboAuth.ATTRIBUTE, auth);
    request.setAttribute(EL_NAME, auth);
  }

  /** Looks at what is there; before anything is published. */
  void remember() {
    visitBefore = request.getAttribute(visitName);
    authBefore = request.getAttribute(TamboAuth.ATTRIBUTE);
  }

  /** Returns whether the filter is met again by a dispatch that it has let through. */
  boolean isWithin(Visit visit) {
    return visit.equals(visitBefore);
  }

  /** Returns whether this dispatch is part of no other one that the filter has let through. */
  boolean isOutermost() {
    return visitBefore == null;
  }

  void enter(Visit visit) {
    request.setAttribute(visitName, visit);
    entered = true;
  }

  /** Puts back what was there; the page that included another one keeps its own verdict. */
  void leave() {
    if (!entered) {
      return;
    }
    request.setAttribute(visitName, visitBefore);
    if (request.getDispatcherType() == DispatcherType.INCLUDE && !isForgotten(request)) {
      publish(authBefore);
    }
  }
}
