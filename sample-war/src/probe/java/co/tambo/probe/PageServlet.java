package co.tambo.probe;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.Serial;

/** Serves one page, by GET and POST alike. */
final class PageServlet extends HttpServlet {

  @Serial private static final long serialVersionUID = 1L;

  private final transient Page page;

  PageServlet(Page page) {
    this.page = page;
  }

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws ServletException, IOException {
    page.serve(request, response);
  }

  @Override
  protected void doPost(HttpServletRequest request, HttpServletResponse response)
      throws ServletException, IOException {
    page.serve(request, response);
  }
}
