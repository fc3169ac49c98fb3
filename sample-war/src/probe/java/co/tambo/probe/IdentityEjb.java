package co.tambo.probe;

import jakarta.annotation.Resource;
import jakarta.annotation.security.DeclareRoles;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.LocalBean;
import jakarta.ejb.SessionContext;
import jakarta.ejb.Stateless;
import org.jspecify.annotations.Nullable;

/** What the EJB container takes the caller for. */
@Stateless
@LocalBean
@DeclareRoles({"admin", "user"})
public class IdentityEjb {

  @Resource private SessionContext context;

  /** For the EJB container. */
  @SuppressWarnings("NullAway.Init") // injected
  public IdentityEjb() {}

  /** Returns the caller's name. */
  @PermitAll
  public @Nullable String caller() {
    return Who.name(context.getCallerPrincipal());
  }

  /** Returns whether the caller is an administrator. */
  @PermitAll
  public boolean isAdmin() {
    return context.isCallerInRole("admin");
  }

  /** Does nothing, for administrators. */
  @RolesAllowed("admin")
  public void administrate() {}
}
