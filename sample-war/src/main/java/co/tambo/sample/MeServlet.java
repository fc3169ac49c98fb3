package co.tambo.sample;

import co.tambo.auth.TamboAuth;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.Serial;

/** {@code /servlet/me} and {@code /session/me}: who {@code getUserPrincipal()} is. */
public final class MeServlet extends HttpServlet {

  @Serial private static final long serialVersionUID = 1L;

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    TamboAuth auth = TamboAuth.of(request::getAttribute);
    Answers.json(response, Me.json(auth, request.getUserPrincipal()));
  }
}
