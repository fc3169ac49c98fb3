package co.tambo.probe;

import co.tambo.auth.AuthDecision;
import co.tambo.auth.AuthDecision.Refused;
import co.tambo.auth.TamboAuth;
import co.tambo.auth.TamboAuthConfig;
import co.tambo.auth.TamboAuthenticator;
import co.tambo.auth.contract.ContractApp;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.Serial;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The contract's application, below the name of each configuration. */
final class ContractServlet extends HttpServlet {

  @Serial private static final long serialVersionUID = 1L;

  private final transient Map<String, Map<String, String>> configurations;

  ContractServlet(Map<String, Map<String, String>> configurations) {
    this.configurations = Map.copyOf(configurations);
  }

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    String path = String.valueOf(request.getPathInfo());
    int end = path.indexOf('/', 1);
    String page = end < 0 ? "" : path.substring(end);
    switch (page) {
      case "/app/me", "/optional/me" -> me(request, response);
      case "/app/admin" -> admin(path.substring(1, end), request, response);
      case "/app/exchange" -> exchange(request, response);
      case "/public/ping" -> response.getWriter().write(ContractApp.PONG);
      default -> response.sendError(HttpServletResponse.SC_NOT_FOUND);
    }
  }

  @Override
  protected void doPost(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    if (String.valueOf(request.getPathInfo()).endsWith("/app/me")) {
      me(request, response);
    } else {
      response.sendError(HttpServletResponse.SC_NOT_FOUND);
    }
  }

  private static void me(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    response.setContentType("application/json");
    response
        .getWriter()
        .write(
            ContractApp.me(
                auth(request),
                request.getUserPrincipal(),
                request.getAuthType(),
                request::isUserInRole));
  }

  private static void exchange(HttpServletRequest request, HttpServletResponse response) {
    ContractApp.exchange(auth(request));
    response.setStatus(HttpServletResponse.SC_NO_CONTENT);
  }

  private void admin(String name, HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    AuthDecision decision = authenticator(name).authorize(auth(request), Set.of("admin"), Set.of());
    if (decision instanceof Refused refused) {
      response.setStatus(refused.status());
      refused.headers().forEach(response::setHeader);
      response.getOutputStream().write(refused.body().getBytes(StandardCharsets.UTF_8));
    } else {
      me(request, response);
    }
  }

  /** Returns the authenticator that the configuration's filter has started. */
  private TamboAuthenticator authenticator(String name) {
    TamboAuthConfig config = TamboAuthConfig.of(configurations.getOrDefault(name, Map.of()));
    Object deployed = getServletContext().getAttribute(TamboAuthenticator.DEPLOYED);
    return ((List<?>) deployed)
        .stream()
            .map(TamboAuthenticator.class::cast)
            .filter(known -> known.config().equals(config))
            .findFirst()
            .orElseThrow();
  }

  private static TamboAuth auth(HttpServletRequest request) {
    return TamboAuth.of(request::getAttribute);
  }
}
