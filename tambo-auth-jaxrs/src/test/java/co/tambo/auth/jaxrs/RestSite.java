package co.tambo.auth.jaxrs;

import co.tambo.auth.contract.Visits;
import jakarta.servlet.ServletContainerInitializer;
import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRegistration;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Application;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.SecurityContext;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** The application that is attacked: resources that note every visit, behind the feature. */
final class RestSite {

  private RestSite() {}

  static ServletContainerInitializer of(
      RestRuntime runtime, Map<String, String> settings, Visits visits) {
    return (classes, context) -> {
      settings.forEach(context::setInitParameter);
      context.setAttribute(Visits.ATTRIBUTE, visits);
      new TamboAuthInitializer().onStartup(Set.of(), context);
      serve(runtime, context);
    };
  }

  private static void serve(RestRuntime runtime, ServletContext context) throws ServletException {
    ServletRegistration.Dynamic servlet;
    try {
      servlet = context.addServlet("rest", runtime.servlet());
    } catch (ReflectiveOperationException e) {
      throw new ServletException(e);
    }
    servlet.setInitParameter("jakarta.ws.rs.Application", App.class.getName());
    servlet.setLoadOnStartup(1);
    servlet.setAsyncSupported(true);
    servlet.addMapping("/*");
  }

  /** The three parts. */
  public static final class App extends Application {
    @Override
    public Set<Class<?>> getClasses() {
      return Set.of(Protected.class, Public.class, Elsewhere.class);
    }
  }

  /** Notes every visit and answers with the request's own body. */
  public abstract static class Part {

    private final String name;
    @Context private ServletContext context;
    @Context private SecurityContext security;

    @SuppressWarnings("NullAway.Init") // the REST runtime injects
    Part(String name) {
      this.name = name;
    }

    /** Answers GET at the part's own path. */
    @GET
    public String get() {
      return visited("");
    }

    /** Answers GET below the part's path. */
    @GET
    @Path("{rest: .*}")
    public String getBelow() {
      return visited("");
    }

    /** Answers POST below the part's path. */
    @POST
    @Path("{rest: .*}")
    public String post(String body) {
      return visited(body);
    }

    private String visited(String body) {
      Visits visits = (Visits) context.getAttribute(Visits.ATTRIBUTE);
      Objects.requireNonNull(visits).add(name, security.getUserPrincipal());
      return body;
    }
  }

  /** Under {@code tambo.access}. */
  @Path("app")
  public static final class Protected extends Part {
    /** Names the part. */
    public Protected() {
      super("app");
    }
  }

  /** Under {@code tambo.public-paths}. */
  @Path("public")
  public static final class Public extends Part {
    /** Names the part. */
    public Public() {
      super("public");
    }
  }

  /** The rest. */
  @Path("")
  public static final class Elsewhere extends Part {
    /** Names the part. */
    public Elsewhere() {
      super("elsewhere");
    }
  }
}
