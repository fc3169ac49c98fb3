package co.tambo.sample;

import co.tambo.auth.AccessMode;
import co.tambo.auth.TamboAuth;
import co.tambo.auth.jaxrs.TamboAuthenticated;
import jakarta.annotation.security.RolesAllowed;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;

/** Who the {@code SecurityContext}'s principal is, under three rules of access. */
@Path("/")
@Produces(MediaType.APPLICATION_JSON)
public class MeResource {

  /** For every identified user. */
  @GET
  @Path("me")
  public Response me(@Context HttpServletRequest request, @Context SecurityContext security) {
    String me = Me.json(TamboAuth.of(request::getAttribute), security.getUserPrincipal());
    return Response.ok(me).header("Cache-Control", "no-store").build();
  }

  /** For administrators. */
  @GET
  @Path("admin")
  @RolesAllowed("admin")
  public Response admin(@Context HttpServletRequest request, @Context SecurityContext security) {
    return me(request, security);
  }

  /** For everybody; who is identified is seen. */
  @GET
  @Path("optional")
  @TamboAuthenticated(access = AccessMode.OPTIONAL)
  public Response optional(@Context HttpServletRequest request, @Context SecurityContext security) {
    return me(request, security);
  }
}
