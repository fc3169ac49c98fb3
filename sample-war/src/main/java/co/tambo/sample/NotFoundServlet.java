package co.tambo.sample;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.Serial;

/**
 * {@code /co/*}: hides the class files that {@code java -jar} needs at the root of the WAR; {@code
 * /demo/*}: what only {@code java -jar} answers.
 */
public final class NotFoundServlet extends HttpServlet {

  @Serial private static final long serialVersionUID = 1L;

  @Override
  protected void service(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    response.sendError(HttpServletResponse.SC_NOT_FOUND);
  }
}
