package co.tambo.sample;

import co.tambo.auth.TamboAuth;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.Serial;

/** {@code /}: gives the page what it shows, and a policy under which only our own files run. */
public final class HomeServlet extends HttpServlet {

  @Serial private static final long serialVersionUID = 1L;

  private static final String POLICY =
      "default-src 'none'; style-src 'self'; script-src 'self'; connect-src 'self';"
          + " img-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws ServletException, IOException {
    response.setHeader("Content-Security-Policy", POLICY);
    response.setHeader("X-Content-Type-Options", "nosniff");
    response.setHeader("Referrer-Policy", "no-referrer");
    response.setHeader("Cache-Control", "no-store");
    TamboAuth auth = TamboAuth.of(request::getAttribute);
    request.setAttribute("page", Page.of(auth, getServletContext()));
    request.getRequestDispatcher("/WEB-INF/page.jsp").forward(request, response);
  }
}
