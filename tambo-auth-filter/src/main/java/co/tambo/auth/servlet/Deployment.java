package co.tambo.auth.servlet;

import co.tambo.auth.SharedAuthenticators;
import co.tambo.auth.TamboAuthConfig;
import co.tambo.auth.TamboAuthListener;
import co.tambo.auth.TamboAuthenticator;
import jakarta.servlet.FilterChain;
import jakarta.servlet.FilterConfig;
import jakarta.servlet.FilterRegistration;
import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** A filter between its start and its end. */
record Deployment(
    SharedAuthenticators.Use use,
    ServletContext context,
    String filterName,
    String visitAttribute) {

  static Deployment start(TamboAuthConfig config, TamboAuthListener listener, FilterConfig filter) {
    ServletContext context = filter.getServletContext();
    SharedAuthenticators.Use use =
        SharedAuthenticators.of(context::getAttribute, context::setAttribute).use(config, listener);
    DeployedFilters.publish(use.authenticator(), context);
    Deployment deployment =
        new Deployment(use, context, filter.getFilterName(), Visit.attribute(filter));
    deployment.takePartInContainerLogin();
    return deployment;
  }

  /** What was declared of the filter, or of an application without one, may not be how it is. */
  private void takePartInContainerLogin() {
    TamboAuthenticator authenticator = use.authenticator();
    ContainerIdentity identity = ContainerIdentity.in(context);
    FilterRegistration filter = context.getFilterRegistration(filterName);
    if (authenticator.config().containerLogin() && filter != null) {
      identity.join(filterName, FilterCoverage.of(filter), authenticator);
    } else {
      identity.leave(filterName);
    }
    identity.leave(DeclaredLogin.WITHOUT_FILTER);
  }

  void pass(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    new Dispatch(use.authenticator(), visitAttribute, request, response).through(chain);
  }

  void close() {
    ContainerIdentity.in(context).leave(filterName);
    DeployedFilters.withdraw(use.authenticator(), context);
    use.close();
  }
}
