package co.tambo.auth.servlet;

import co.tambo.auth.AuthDecision.Refused;
import co.tambo.auth.TamboAuth;
import co.tambo.auth.TamboAuthenticator;
import co.tambo.auth.contract.AuthContract;
import co.tambo.auth.contract.ContractApp;
import co.tambo.auth.contract.Deployment;
import co.tambo.auth.contract.JettyDeployment;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import org.eclipse.jetty.ee10.servlet.FilterHolder;
import org.eclipse.jetty.ee10.servlet.ServletContextHandler;

/** The contract, kept by the servlet filter. */
class ServletContractTest extends AuthContract {

  @Override
  protected Deployment deploy(Map<String, String> settings) throws Exception {
    return JettyDeployment.start(
        context -> {
          FilterHolder filter = new FilterHolder(new TamboAuthFilter());
          filter.setName("tambo");
          filter.setInitParameters(settings);
          filter.setAsyncSupported(true);
          context.addFilter(filter, "/*", EnumSet.allOf(DispatcherType.class));
          serve(context);
        });
  }

  private static void serve(ServletContextHandler context) {
    context.addServlet(Page.of(ServletContractTest::me), "/app/me");
    context.addServlet(Page.of(ServletContractTest::me), "/optional/me");
    context.addServlet(Page.of(ServletContractTest::admin), "/app/admin");
    context.addServlet(Page.of(ServletContractTest::exchange), "/app/exchange");
    context.addServlet(Page.text(ContractApp.PONG), "/public/ping");
  }

  private static void me(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    response.setContentType("application/json");
    response
        .getWriter()
        .write(
            ContractApp.me(
                TamboAuth.of(request::getAttribute),
                request.getUserPrincipal(),
                request.getAuthType(),
                request::isUserInRole));
  }

  private static void admin(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    TamboAuthenticator authenticator = DeployedFilters.in(request.getServletContext()).get(0);
    TamboAuth auth = TamboAuth.of(request::getAttribute);
    if (authenticator.authorize(auth, Set.of("admin"), Set.of()) instanceof Refused refused) {
      Refusals.write(refused, request, response);
    } else {
      me(request, response);
    }
  }

  private static void exchange(HttpServletRequest request, HttpServletResponse response) {
    ContractApp.exchange(TamboAuth.of(request::getAttribute));
    response.setStatus(HttpServletResponse.SC_NO_CONTENT);
  }
}
