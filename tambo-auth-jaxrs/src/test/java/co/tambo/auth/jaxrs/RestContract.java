package co.tambo.auth.jaxrs;

import co.tambo.auth.TamboAuth;
import co.tambo.auth.contract.AuthContract;
import co.tambo.auth.contract.ContractApp;
import co.tambo.auth.contract.Deployment;
import co.tambo.auth.contract.JettyDeployment;
import jakarta.annotation.security.RolesAllowed;
import jakarta.servlet.Servlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Application;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.SecurityContext;
import java.util.Map;
import java.util.Set;
import org.eclipse.jetty.ee10.servlet.ServletContextHandler;
import org.eclipse.jetty.ee10.servlet.ServletHolder;

/** The contract, kept by the REST feature of one runtime. */
abstract class RestContract extends AuthContract {

  private final RestRuntime runtime;

  RestContract(RestRuntime runtime) {
    this.runtime = runtime;
  }

  @Override
  protected Deployment deploy(Map<String, String> settings) throws Exception {
    Servlet servlet = runtime.servlet();
    return JettyDeployment.start(context -> serve(context, servlet, settings));
  }

  private static void serve(
      ServletContextHandler context, Servlet servlet, Map<String, String> settings) {
    settings.forEach(context::setInitParameter);
    context.addServletContainerInitializer(new TamboAuthInitializer());
    ServletHolder holder = new ServletHolder(servlet);
    holder.setInitParameter("jakarta.ws.rs.Application", App.class.getName());
    holder.setInitOrder(1);
    context.addServlet(holder, "/*");
  }

  /** The application of the contract. */
  public static final class App extends Application {
    @Override
    public Set<Class<?>> getClasses() {
      return Set.of(Protected.class, Optional.class, Public.class);
    }
  }

  /** What both resources say. */
  @Produces(MediaType.APPLICATION_JSON)
  public abstract static class Resource {

    @Context private HttpServletRequest request;
    @Context private SecurityContext security;

    @SuppressWarnings("NullAway.Init") // the REST runtime injects
    Resource() {}

    TamboAuth auth() {
      return TamboAuth.of(request::getAttribute);
    }

    String who() {
      return ContractApp.me(
          auth(),
          security.getUserPrincipal(),
          security.getAuthenticationScheme(),
          security::isUserInRole);
    }
  }

  /** Under {@code tambo.access}. */
  @Path("app")
  public static final class Protected extends Resource {
    @GET
    @Path("me")
    public String me() {
      return who();
    }

    @POST
    @Path("me")
    public String postMe() {
      return who();
    }

    @GET
    @Path("admin")
    @RolesAllowed("admin")
    public String admin() {
      return who();
    }

    @GET
    @Path("exchange")
    public void exchange() {
      ContractApp.exchange(auth());
    }
  }

  /** Under {@code tambo.optional-paths}. */
  @Path("optional")
  public static final class Optional extends Resource {
    @GET
    @Path("me")
    public String me() {
      return who();
    }
  }

  /** Under {@code tambo.public-paths}. */
  @Path("public")
  @Produces(MediaType.TEXT_PLAIN)
  public static final class Public {
    @GET
    @Path("ping")
    public String ping() {
      return ContractApp.PONG;
    }
  }
}
