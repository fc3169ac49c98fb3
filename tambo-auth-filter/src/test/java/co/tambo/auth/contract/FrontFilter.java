package co.tambo.auth.contract;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.Serial;
import java.security.Principal;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * Plays the application and the container in front of an adapter, as headers ask for: fills the
 * session and the request attributes, and knows callers or logs them in.
 */
public final class FrontFilter extends HttpFilter {

  /** {@code NAME=VALUE}, to be put into the session. */
  public static final String SESSION = "X-Test-Session";

  /** {@code NAME=VALUE}, to be made a request attribute. */
  public static final String ATTRIBUTE = "X-Test-Attribute";

  /** The caller whom the container knows. */
  public static final String PRINCIPAL = "X-Test-Principal";

  /** The caller whom {@code authenticate()} finds; {@code challenge} to have it answer. */
  public static final String LOGIN = "X-Test-Login";

  /** The challenge with which {@code authenticate()} answers. */
  public static final String CHALLENGE = "Basic realm=\"container\"";

  /** The page with which {@code authenticate()} answers. */
  public static final String LOGIN_PAGE = "who are you?";

  @Serial private static final long serialVersionUID = 1L;

  @Override
  protected void doFilter(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    put(
        request.getHeader(SESSION),
        (name, value) -> request.getSession().setAttribute(name, value));
    put(request.getHeader(ATTRIBUTE), request::setAttribute);
    chain.doFilter(new ContainerRequest(request), response);
  }

  private static void put(@Nullable String pair, BiConsumer<String, Object> to) {
    if (pair != null) {
      int equals = pair.indexOf('=');
      to.accept(pair.substring(0, equals), pair.substring(equals + 1));
    }
  }

  private static final class ContainerRequest extends HttpServletRequestWrapper {

    private @Nullable String caller;

    ContainerRequest(HttpServletRequest request) {
      super(request);
      caller = request.getHeader(PRINCIPAL);
    }

    @Override
    public @Nullable Principal getUserPrincipal() {
      String name = caller;
      return name == null ? null : () -> name;
    }

    @Override
    public @Nullable String getAuthType() {
      return caller == null ? null : "TEST";
    }

    @Override
    public boolean authenticate(HttpServletResponse response) throws IOException, ServletException {
      String login = getHeader(LOGIN);
      if (login == null) {
        return super.authenticate(response);
      }
      if (!login.equals("challenge")) {
        caller = login;
        return true;
      }
      response.setStatus(HttpServletResponse.SC_UNAUTHORIZED);
      response.setHeader("WWW-Authenticate", CHALLENGE);
      response.getWriter().write(LOGIN_PAGE);
      return false;
    }
  }
}
