package co.tambo.auth.servlet;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.Serial;
import org.eclipse.jetty.ee10.servlet.ServletHolder;

/** A servlet that answers GET and POST alike. */
final class Page extends HttpServlet {

  /** What a page does. */
  @FunctionalInterface
  interface Service {
    void serve(HttpServletRequest request, HttpServletResponse response)
        throws ServletException, IOException;
  }

  @Serial private static final long serialVersionUID = 1L;

  private final transient Service service;

  private Page(Service service) {
    this.service = service;
  }

  static HttpServlet servlet(Service service) {
    return new Page(service);
  }

  static ServletHolder of(Service service) {
    ServletHolder holder = new ServletHolder(new Page(service));
    holder.setAsyncSupported(true);
    return holder;
  }

  /** Returns a page of fixed text. */
  static ServletHolder text(String text) {
    return of((request, response) -> response.getWriter().write(text));
  }

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws ServletException, IOException {
    service.serve(request, response);
  }

  @Override
  protected void doPost(HttpServletRequest request, HttpServletResponse response)
      throws ServletException, IOException {
    service.serve(request, response);
  }
}
