package co.tambo.probe;

import co.tambo.auth.AccessMode;
import co.tambo.auth.internal.json.Json;
import co.tambo.auth.jaxrs.TamboAuthenticated;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.container.AsyncResponse;
import jakarta.ws.rs.container.Suspended;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.SecurityContext;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What REST says of the caller, under each rule of access. */
@Path("/")
@Produces(MediaType.APPLICATION_JSON)
public class WhoResource {

  /** For the REST runtime. */
  public WhoResource() {}

  /** For every identified user. */
  @GET
  @Path("who")
  public String who(@Context HttpServletRequest request, @Context SecurityContext security) {
    Map<String, @Nullable Object> rest = new LinkedHashMap<>();
    rest.put("caller", Who.name(security.getUserPrincipal()));
    rest.put("scheme", security.getAuthenticationScheme());
    rest.put("admin", security.isUserInRole("admin"));
    Map<String, @Nullable Object> facts = Who.facts(request);
    facts.put("rest", rest);
    return Json.write(facts);
  }

  /** For administrators. */
  @GET
  @Path("admin")
  @RolesAllowed("admin")
  public String admin(@Context HttpServletRequest request, @Context SecurityContext security) {
    return who(request, security);
  }

  /** For everybody. */
  @GET
  @Path("open")
  @PermitAll
  public String open(@Context HttpServletRequest request, @Context SecurityContext security) {
    return who(request, security);
  }

  /** For everybody but those with a bad token. */
  @GET
  @Path("optional")
  @TamboAuthenticated(access = AccessMode.OPTIONAL)
  public String optional(@Context HttpServletRequest request, @Context SecurityContext security) {
    return who(request, security);
  }

  /** Answers from another thread. */
  @GET
  @Path("suspended")
  public void suspended(
      @Suspended AsyncResponse response,
      @Context HttpServletRequest request,
      @Context SecurityContext security) {
    String who = who(request, security);
    Thread thread = new Thread(() -> response.resume(who), "probe-resume");
    thread.setDaemon(true);
    thread.start();
  }
}
