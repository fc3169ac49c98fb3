package co.tambo.sample;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.Serial;

/**
 * {@code POST /session/login}: the application's own login, which stands for a legacy one. It asks
 * for no password, so it is there only in the demo.
 */
public final class SessionLoginServlet extends HttpServlet {

  @Serial private static final long serialVersionUID = 1L;

  private static final int LONGEST_USER = 255;

  @Override
  protected void service(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    if (!Demo.isOn(getServletContext())) {
      response.sendError(HttpServletResponse.SC_NOT_FOUND);
    } else if (!request.getMethod().equals("POST")) {
      response.setHeader("Allow", "POST");
      response.sendError(HttpServletResponse.SC_METHOD_NOT_ALLOWED);
    } else {
      login(request, response);
    }
  }

  private static void login(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    String user = request.getParameter("user");
    if (user == null || !isUserKey(user)) {
      response.sendError(HttpServletResponse.SC_BAD_REQUEST, "The field user is missing or odd.");
      return;
    }
    request.getSession();
    request.changeSessionId();
    request.getSession().setAttribute("tambo.user", user);
    response.setHeader("Cache-Control", "no-store");
    response.setStatus(HttpServletResponse.SC_NO_CONTENT);
  }

  private static boolean isUserKey(String user) {
    return !user.isBlank()
        && user.length() <= LONGEST_USER
        && !user.startsWith("oauth:user:")
        && user.chars().noneMatch(Character::isISOControl);
  }
}
