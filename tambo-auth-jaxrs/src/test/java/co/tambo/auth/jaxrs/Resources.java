package co.tambo.auth.jaxrs;

import co.tambo.auth.AccessMode;
import co.tambo.auth.TamboAuth;
import jakarta.annotation.security.DenyAll;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.servlet.ServletContext;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.container.AsyncResponse;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.PreMatching;
import jakarta.ws.rs.container.Suspended;
import jakarta.ws.rs.core.Application;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.SecurityContext;
import jakarta.ws.rs.core.StreamingOutput;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** The REST applications of the tests. */
final class Resources {

  private Resources() {}

  /** Nothing in it is open. */
  public static final class Closed extends Application {
    @Override
    public Set<Class<?>> getClasses() {
      return Set.of(Me.class, Ways.class, Locators.class);
    }
  }

  /** Some methods are open. */
  public static final class Mixed extends Application {
    @Override
    public Set<Class<?>> getClasses() {
      return Set.of(
          Me.class,
          Ways.class,
          Rules.class,
          DeniedClass.class,
          Locators.class,
          Overlap.class,
          MethodOverride.class);
    }
  }

  /** Has settings of its own. */
  public static final class Configured extends Application {
    @Override
    public Set<Class<?>> getClasses() {
      return Set.of(Me.class);
    }

    @Override
    public Map<String, Object> getProperties() {
      return Map.of("tambo.user-key", "header:X-Own-User");
    }
  }

  /** Says who the caller is. */
  @Path("me")
  @Produces("text/plain")
  public static final class Me {
    @GET
    public String get(@Context SecurityContext security, @Context HttpServletRequest request) {
      TamboAuth auth = TamboAuth.of(request::getAttribute);
      return String.join(
          " ",
          security.getUserPrincipal() == null ? "-" : security.getUserPrincipal().getName(),
          String.valueOf(security.getAuthenticationScheme()),
          "admin=" + security.isUserInRole("admin"),
          "**=" + security.isUserInRole("**"),
          "*=" + security.isUserInRole("*"),
          "secure=" + security.isSecure(),
          auth.state().status(),
          "el=" + (request.getAttribute("tamboAuth") == auth),
          "kept=" + (request.getAttribute("before") == auth));
    }

    @POST
    public String post() {
      return "posted";
    }

    @GET
    @Path("token")
    public String token(@Context HttpServletRequest request) {
      return TamboAuth.of(request::getAttribute).tamboToken().value();
    }
  }

  /** Ways to read and to answer. */
  @Path("ways")
  @Produces("text/plain")
  public static final class Ways {
    @POST
    @Path("form")
    public String form(@FormParam("text") String text) {
      return text;
    }

    @GET
    @Path("suspended")
    public void suspended(@Suspended AsyncResponse response, @Context SecurityContext security) {
      String name = security.getUserPrincipal().getName();
      CompletableFuture<?> unused = CompletableFuture.runAsync(() -> response.resume(name));
    }

    @GET
    @Path("stage")
    public CompletionStage<String> stage(@Context SecurityContext security) {
      String name = security.getUserPrincipal().getName();
      return CompletableFuture.supplyAsync(() -> name);
    }

    @GET
    @Path("late-token")
    public CompletionStage<String> lateToken(@Context HttpServletRequest request) {
      TamboAuth auth = TamboAuth.of(request::getAttribute);
      return CompletableFuture.supplyAsync(() -> auth.tamboToken().value());
    }

    @GET
    @Path("events")
    @Produces("text/event-stream")
    public StreamingOutput events(@Context SecurityContext security) {
      String event = "data: " + security.getUserPrincipal().getName() + "\n\n";
      return output -> {
        output.write(event.getBytes(StandardCharsets.UTF_8));
        output.flush();
        output.write(event.getBytes(StandardCharsets.UTF_8));
      };
    }
  }

  /** Every annotation. */
  @Path("rules")
  @TamboAuthenticated(access = AccessMode.PERMISSIVE)
  @Produces("text/plain")
  public static final class Rules {
    @GET
    @Path("class")
    public String ofClass(@Context SecurityContext security) {
      return name(security);
    }

    @GET
    @Path("permitted")
    @PermitAll
    public String permitted(@Context SecurityContext security) {
      return name(security);
    }

    @GET
    @Path("optional")
    @TamboAuthenticated(access = AccessMode.OPTIONAL)
    public String optional(@Context SecurityContext security) {
      return name(security);
    }

    @GET
    @Path("item/{id}")
    @TamboAuthenticated(access = AccessMode.OPTIONAL)
    public String item(@PathParam("id") String id) {
      return id;
    }

    @GET
    @Path("number/{number: [0-9]+}")
    public String number(@PathParam("number") int number) {
      return String.valueOf(number);
    }

    @GET
    @Path("required")
    @TamboAuthenticated
    public String required(@Context SecurityContext security) {
      return name(security);
    }

    @GET
    @Path("admin")
    @RolesAllowed("admin")
    public String admin(@Context SecurityContext security) {
      return name(security);
    }

    @GET
    @Path("anybody")
    @RolesAllowed("**")
    public String anybody(@Context SecurityContext security) {
      return name(security);
    }

    @GET
    @Path("scoped")
    @TamboAuthenticated(scopes = {"threads:read", "threads:write"})
    public String scoped(@Context SecurityContext security) {
      return name(security);
    }

    @GET
    @Path("denied")
    @DenyAll
    public String denied() {
      return "never";
    }

    private static String name(SecurityContext security) {
      return security.getUserPrincipal() == null ? "-" : security.getUserPrincipal().getName();
    }
  }

  /** Closed to everybody. */
  @Path("nobody")
  @DenyAll
  public static final class DeniedClass {
    @GET
    public String get() {
      return "never";
    }
  }

  /** Sub-resources, of which none can be opened. */
  @Path("located")
  public static final class Locators {
    @GET
    public String get() {
      return "located";
    }

    @Path("sub")
    @RolesAllowed("admin")
    public Sub sub(@Context ServletContext context) {
      context.setAttribute("located", true);
      return new Sub();
    }
  }

  /** An open method whose template takes the locator's paths too. */
  @Path("overlap")
  @Produces("text/plain")
  public static final class Overlap {
    @GET
    @Path("{rest: .+}")
    @PermitAll
    public String rest(@PathParam("rest") String rest) {
      return rest;
    }

    @Path("sub")
    public Sub sub() {
      return new Sub();
    }
  }

  /** Believes a header about the method. */
  @PreMatching
  public static final class MethodOverride implements ContainerRequestFilter {
    @Override
    public void filter(ContainerRequestContext request) {
      String method = request.getHeaderString("X-HTTP-Method-Override");
      if (method != null) {
        request.setMethod(method);
      }
    }
  }

  /** A sub-resource. */
  @Produces("text/plain")
  public static final class Sub {
    @GET
    @Path("open")
    @PermitAll
    public String open() {
      return "open";
    }

    @GET
    @Path("admin")
    @RolesAllowed("admin")
    public String admin() {
      return "admin";
    }
  }
}
