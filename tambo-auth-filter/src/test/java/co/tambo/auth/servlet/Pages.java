package co.tambo.auth.servlet;

import co.tambo.auth.TamboAuth;
import co.tambo.auth.TamboTokenException;
import jakarta.servlet.AsyncContext;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.eclipse.jetty.ee10.servlet.ErrorPageErrorHandler;
import org.eclipse.jetty.ee10.servlet.ServletContextHandler;

/**
 * The pages of a site: {@code /app} is protected, {@code /public} public, {@code /optional} not.
 */
final class Pages {

  private Pages() {}

  static void serve(ServletContextHandler context) {
    for (String part : new String[] {"/app", "/public", "/optional"}) {
      context.addServlet(Page.of(Pages::who), part + "/me");
      context.addServlet(Page.of(Pages::forward), part + "/forward");
      context.addServlet(Page.of(Pages::include), part + "/include");
      context.addServlet(Page.of(Pages::async), part + "/async");
      context.addServlet(Page.of(Pages::asyncWithWrapper), part + "/async-wrapper");
      context.addServlet(Page.of(Pages::fail), part + "/fail");
      context.addServlet(Page.of(Pages::logout), part + "/logout");
      context.addServlet(Page.of(Pages::token), part + "/token");
    }
    context.addServlet(Page.of(Pages::who), "/app/twice");
    context.addServlet(Page.of(Pages::form), "/app/form");
    context.addServlet(Page.of(Pages::body), "/app/body");
    context.addServlet(Page.of(Pages::who), "/error");
    ErrorPageErrorHandler errors = new ErrorPageErrorHandler();
    errors.addErrorPage(ErrorPageErrorHandler.GLOBAL_ERROR_PAGE, "/error");
    context.setErrorHandler(errors);
  }

  private static void who(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    response.getWriter().write(Site.who(request));
  }

  private static void forward(HttpServletRequest request, HttpServletResponse response)
      throws ServletException, IOException {
    request.getRequestDispatcher(request.getParameter("to")).forward(request, response);
  }

  /** Includes the same page twice, and says who the user is before, between and after. */
  private static void include(HttpServletRequest request, HttpServletResponse response)
      throws ServletException, IOException {
    PrintWriter writer = response.getWriter();
    writer.write(Site.who(request) + "[");
    request.getRequestDispatcher(request.getParameter("of")).include(request, response);
    writer.write("][");
    request.getRequestDispatcher(request.getParameter("of")).include(request, response);
    writer.write("]" + Site.who(request));
  }

  private static void async(HttpServletRequest request, HttpServletResponse response) {
    request.startAsync().dispatch(request.getParameter("to"));
  }

  /** Goes on where it is, the second time with an answer. */
  private static void asyncWithWrapper(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    if (request.getDispatcherType() == DispatcherType.ASYNC) {
      who(request, response);
    } else {
      AsyncContext context = request.startAsync(request, response);
      context.start(context::dispatch);
    }
  }

  private static void fail(HttpServletRequest request, HttpServletResponse response)
      throws ServletException, IOException {
    switch (request.getParameter("how")) {
      case "status" -> response.sendError(HttpServletResponse.SC_GONE);
      case "exception" -> throw new ServletException("failed");
      default -> throw new AssertionError("failed");
    }
  }

  private static void logout(HttpServletRequest request, HttpServletResponse response)
      throws ServletException, IOException {
    request.logout();
    String next = request.getParameter("to");
    if (next == null) {
      who(request, response);
    } else {
      request.getRequestDispatcher(next).forward(request, response);
    }
  }

  /** Asks for a Tambo token that cannot be had. */
  private static void token(HttpServletRequest request, HttpServletResponse response)
      throws ServletException, IOException {
    response.getWriter().write("half a page");
    try {
      TamboAuth.of(request::getAttribute).tamboToken();
    } catch (TamboTokenException e) {
      switch (String.valueOf(request.getParameter("as"))) {
        case "cause" -> throw new ServletException(new IllegalStateException(e));
        case "io" -> throw new UncheckedIOException(new IOException(e));
        case "late" -> response.flushBuffer();
        default -> {}
      }
      throw e;
    }
  }

  private static void form(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    response.getWriter().write(request.getParameter("a"));
  }

  private static void body(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    byte[] body = request.getInputStream().readAllBytes();
    response.getWriter().write(new String(body, StandardCharsets.UTF_8));
  }
}
