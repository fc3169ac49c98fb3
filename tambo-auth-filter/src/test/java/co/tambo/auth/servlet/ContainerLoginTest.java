package co.tambo.auth.servlet;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import co.tambo.auth.TamboAuthConfig;
import co.tambo.auth.TamboAuthListener;
import co.tambo.auth.contract.JettyDeployment;
import co.tambo.auth.contract.RawRequest;
import co.tambo.auth.contract.RawResponse;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.Filter;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.EnumSet;
import java.util.Map;
import org.eclipse.jetty.ee10.servlet.FilterHolder;
import org.eclipse.jetty.ee10.servlet.ServletContextHandler;
import org.junit.jupiter.api.Test;

/** A user known by the container's own login, in every way in which a container can answer. */
class ContainerLoginTest {

  /** What {@code authenticate()} of the container does. */
  @FunctionalInterface
  private interface Login {
    boolean authenticate(HttpServletRequest request, HttpServletResponse response)
        throws IOException, ServletException;
  }

  @Test
  void loginPageThatIsForwardedToIsShown() throws Exception {
    RawResponse answer = answer("/app/me", ContainerLoginTest::forwardToLoginPage);
    assertEquals(200, answer.status());
    assertEquals("FORWARD nobody unauthenticated", answer.body());
  }

  @Test
  void redirectToALoginPageStands() throws Exception {
    RawResponse answer =
        answer(
            "/app/me",
            (request, response) -> {
              response.sendRedirect("/login");
              return false;
            });
    assertEquals(302, answer.status());
  }

  @Test
  void challengeByErrorStands() throws Exception {
    RawResponse answer =
        answer(
            "/app/me",
            (request, response) -> {
              response.sendError(HttpServletResponse.SC_UNAUTHORIZED);
              return false;
            });
    assertEquals(401, answer.status());
    assertTrue(answer.body().startsWith("ERROR nobody"), answer::toString);
  }

  @Test
  void refusalWithoutAnAnswerIsAnsweredByUs() throws Exception {
    assertOurs(
        answer(
            "/app/me",
            (request, response) -> {
              throw new ServletException("refused");
            }));
  }

  @Test
  void containerThatSaysNothingIsAnsweredByUs() throws Exception {
    assertOurs(answer("/app/me", (request, response) -> false));
  }

  @Test
  void loginOfNobodyOpensNothing() throws Exception {
    assertOurs(answer("/app/me", (request, response) -> true));
  }

  @Test
  void includedPageDoesNotStartALogin() throws Exception {
    String outer = "REQUEST nobody unauthenticated";
    RawResponse answer =
        answer("/public/include?of=/app/me", ContainerLoginTest::forwardToLoginPage);
    assertEquals(outer + "[][]" + outer, answer.body());
  }

  @Test
  void publicPageDoesNotStartALogin() throws Exception {
    RawResponse answer = answer("/public/me", ContainerLoginTest::forwardToLoginPage);
    assertEquals("REQUEST nobody unauthenticated", answer.body());
  }

  private static boolean forwardToLoginPage(
      HttpServletRequest request, HttpServletResponse response)
      throws IOException, ServletException {
    request.getRequestDispatcher("/app/twice").forward(request, response);
    return false;
  }

  private static void assertOurs(RawResponse answer) {
    assertEquals(401, answer.status());
    assertTrue(answer.body().contains("TAMBO-100"), answer::toString);
  }

  private static RawResponse answer(String target, Login login) throws Exception {
    try (JettyDeployment site = JettyDeployment.start(context -> deploy(context, login))) {
      return RawResponse.to(RawRequest.get(target), site.port());
    }
  }

  private static void deploy(ServletContextHandler context, Login login) {
    Filter container =
        (request, response, chain) ->
            chain.doFilter(container((HttpServletRequest) request, login), response);
    TamboAuthConfig config =
        TamboAuthConfig.of(
            Map.of("tambo.user-key", "principal", "tambo.public-paths", "/public/*"));
    Filter ours = new TamboAuthFilter(config, TamboAuthListener.NONE);
    context.addFilter(new FilterHolder(container), "/*", EnumSet.of(DispatcherType.REQUEST));
    context.addFilter(new FilterHolder(ours), "/*", EnumSet.allOf(DispatcherType.class));
    Pages.serve(context);
  }

  private static HttpServletRequest container(HttpServletRequest request, Login login) {
    return new HttpServletRequestWrapper(request) {
      @Override
      public boolean authenticate(HttpServletResponse response)
          throws IOException, ServletException {
        return login.authenticate((HttpServletRequest) getRequest(), response);
      }
    };
  }
}
