package co.tambo.auth.providers;

import co.tambo.auth.TamboAuth;
import co.tambo.auth.TamboAuthListener;
import co.tambo.auth.TamboPrincipal;
import co.tambo.auth.contract.JettyDeployment;
import co.tambo.auth.internal.json.Json;
import co.tambo.auth.servlet.TamboAuthFilter;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.jetty.ee10.servlet.FilterHolder;
import org.eclipse.jetty.ee10.servlet.ServletHolder;
import org.jspecify.annotations.Nullable;

/** A servlet that says in JSON who the user is, and gives away the user's Tambo token. */
final class WhoAmI extends HttpServlet {

  /** What it says. */
  static final List<String> FACTS =
      List.of(
          "subject",
          "contextKey",
          "tenant",
          "roles",
          "permissions",
          "scopes",
          "email",
          "email_verified");

  /** Where it answers with the Tambo token. */
  static final String TOKEN = "/token";

  private static final long serialVersionUID = 1L;

  /** Starts a site whose every page is this servlet behind the filter. */
  static JettyDeployment behindFilter(Map<String, String> settings) throws Exception {
    return behindFilter(settings, TamboAuthListener.logging());
  }

  /** Starts such a site that tells a listener. */
  static JettyDeployment behindFilter(Map<String, String> settings, TamboAuthListener listener)
      throws Exception {
    FilterHolder holder = new FilterHolder(new TamboAuthFilter(listener));
    holder.setInitParameters(settings);
    return JettyDeployment.start(
        context -> {
          context.addFilter(holder, "/*", EnumSet.of(DispatcherType.REQUEST));
          context.addServlet(new ServletHolder(new WhoAmI()), "/*");
        });
  }

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    if (request.getRequestURI().equals(TOKEN)) {
      String token = TamboAuth.of(request::getAttribute).tamboToken().value();
      response.getOutputStream().print(token);
      return;
    }
    TamboPrincipal user = (TamboPrincipal) request.getUserPrincipal();
    Map<String, @Nullable Object> facts = new LinkedHashMap<>();
    facts.put("subject", user.subject());
    facts.put("contextKey", user.contextKey());
    facts.put("tenant", user.tenant().orElse(null));
    facts.put("roles", List.copyOf(user.roles()));
    facts.put("permissions", user.permissions().stream().sorted().toList());
    facts.put("scopes", List.copyOf(user.scopes()));
    facts.put("email", user.email().orElse(null));
    facts.put("email_verified", user.emailVerified());
    response.setContentType("application/json");
    response.getOutputStream().print(Json.write(facts));
  }
}
