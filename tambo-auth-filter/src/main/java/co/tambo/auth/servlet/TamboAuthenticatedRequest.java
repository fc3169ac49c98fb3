package co.tambo.auth.servlet;

import co.tambo.auth.EstablishedCaller;
import co.tambo.auth.TamboAuth;
import co.tambo.auth.TamboPrincipal;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletRequestWrapper;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.security.Principal;
import org.jspecify.annotations.Nullable;

/** A request that shows its Tambo user as its caller, until {@link #logout()}. */
final class TamboAuthenticatedRequest extends HttpServletRequestWrapper {

  /** The authentication scheme of a user key. */
  static final String USER_KEY_AUTH = "TAMBO-USER-KEY";

  /** The authentication scheme of a user token (RFC 6750). */
  static final String TOKEN_AUTH = "Bearer";

  private final TamboAuth auth;
  private final Runnable onLogout;
  private @Nullable TamboPrincipal user;

  private TamboAuthenticatedRequest(
      HttpServletRequest request, TamboAuth auth, TamboPrincipal user, Runnable onLogout) {
    super(request);
    this.auth = auth;
    this.user = user;
    this.onLogout = onLogout;
  }

  /**
   * Returns a request that shows the user, the same one where there is nothing to show: without a
   * user, where the container has established a caller of its own, or where it is shown already.
   */
  static HttpServletRequest of(HttpServletRequest request, TamboAuth auth, Runnable onLogout) {
    TamboPrincipal user = auth.principal().orElse(null);
    if (user == null || shows(user, request) || containerPrincipal(request) != null) {
      return request;
    }
    return new TamboAuthenticatedRequest(request, auth, user, onLogout);
  }

  /** Returns the name of the scheme by which a user is known. */
  static String authType(TamboPrincipal user) {
    return user.source() == TamboPrincipal.Source.USER_KEY ? USER_KEY_AUTH : TOKEN_AUTH;
  }

  /**
   * Returns the caller that the container's login or a filter before ours has established; null
   * where {@code tambo.container-login} has.
   */
  static @Nullable Principal containerPrincipal(HttpServletRequest request) {
    TamboAuthenticatedRequest ours = outermost(request);
    return ours == null
        ? EstablishedCaller.foreign(request.getUserPrincipal(), request::getAttribute)
        : containerPrincipal((HttpServletRequest) ours.getRequest());
  }

  private static boolean shows(TamboPrincipal user, HttpServletRequest request) {
    TamboAuthenticatedRequest ours = outermost(request);
    TamboPrincipal shown = ours == null ? null : ours.user;
    return shown != null && shown.equals(user) && shown.roles().equals(user.roles());
  }

  private static @Nullable TamboAuthenticatedRequest outermost(ServletRequest request) {
    ServletRequest layer = request;
    while (layer instanceof ServletRequestWrapper wrapper
        && !(layer instanceof TamboAuthenticatedRequest)) {
      layer = wrapper.getRequest();
    }
    return layer instanceof TamboAuthenticatedRequest ours ? ours : null;
  }

  /** A caller that the container knows as this user stays the container's own object. */
  @Override
  public @Nullable Principal getUserPrincipal() {
    Principal established = super.getUserPrincipal();
    return user == null || user.equals(established) ? established : user;
  }

  @Override
  public @Nullable String getRemoteUser() {
    return user == null ? super.getRemoteUser() : user.getName();
  }

  @Override
  public @Nullable String getAuthType() {
    return user == null ? super.getAuthType() : authType(user);
  }

  @Override
  public boolean isUserInRole(String role) {
    return user == null ? super.isUserInRole(role) : auth.isUserInRole(role);
  }

  @Override
  public boolean authenticate(HttpServletResponse response) throws IOException, ServletException {
    return user != null || super.authenticate(response);
  }

  @Override
  public void login(String username, String password) throws ServletException {
    if (user != null) {
      throw new ServletException("the request is authenticated already");
    }
    super.login(username, password);
  }

  @Override
  public void logout() throws ServletException {
    if (user != null) {
      user = null;
      onLogout.run();
    }
    logOutOfContainer();
  }

  /** A container that knows no caller may say that it cannot log it out. */
  private void logOutOfContainer() throws ServletException {
    boolean known = super.getUserPrincipal() != null;
    try {
      super.logout();
    } catch (ServletException e) {
      if (known) {
        throw e;
      }
    }
  }
}
