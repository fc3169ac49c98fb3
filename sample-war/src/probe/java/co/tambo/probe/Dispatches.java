package co.tambo.probe;

import jakarta.servlet.AsyncContext;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;

/** Pages that have another page answer. */
final class Dispatches {

  /** Where the other page is behind no filter. */
  static final String OPEN = "/open/who";

  private static final int TEAPOT = 418;

  private Dispatches() {}

  static void forward(HttpServletRequest request, HttpServletResponse response)
      throws ServletException, IOException {
    request.getRequestDispatcher(who(request)).forward(request, response);
  }

  static void forwardOpen(HttpServletRequest request, HttpServletResponse response)
      throws ServletException, IOException {
    request.getRequestDispatcher(OPEN).forward(request, response);
  }

  static void include(HttpServletRequest request, HttpServletResponse response)
      throws ServletException, IOException {
    response.setContentType("application/json");
    request.getRequestDispatcher(who(request)).include(request, response);
  }

  static void async(HttpServletRequest request, HttpServletResponse response) {
    request.startAsync().dispatch(who(request));
  }

  static void asyncWithArguments(HttpServletRequest request, HttpServletResponse response) {
    request.startAsync(request, response).dispatch(who(request));
  }

  static void asyncStart(HttpServletRequest request, HttpServletResponse response) {
    AsyncContext async = request.startAsync(request, response);
    async.start(() -> answer(async));
  }

  static void error(HttpServletRequest request, HttpServletResponse response) throws IOException {
    response.sendError(TEAPOT);
  }

  static void fail(HttpServletRequest request, HttpServletResponse response) {
    throw new IllegalStateException("as asked");
  }

  private static void answer(AsyncContext async) {
    try {
      Who.write(
          Who.servletFacts((HttpServletRequest) async.getRequest()),
          (HttpServletResponse) async.getResponse());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } finally {
      async.complete();
    }
  }

  private static String who(HttpServletRequest request) {
    String path = request.getServletPath();
    return path.substring(0, path.lastIndexOf('/')) + "/who";
  }
}
