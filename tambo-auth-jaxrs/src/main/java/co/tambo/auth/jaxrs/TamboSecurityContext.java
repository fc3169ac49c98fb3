package co.tambo.auth.jaxrs;

import co.tambo.auth.TamboAuth;
import co.tambo.auth.TamboPrincipal;
import jakarta.ws.rs.core.SecurityContext;
import java.security.Principal;
import org.jspecify.annotations.Nullable;

/** What a resource asks about the request's Tambo user. */
record TamboSecurityContext(TamboAuth auth, boolean secure) implements SecurityContext {

  @Override
  public @Nullable Principal getUserPrincipal() {
    return auth.principal().orElse(null);
  }

  @Override
  public boolean isUserInRole(String role) {
    return auth.isUserInRole(role);
  }

  @Override
  public boolean isSecure() {
    return secure;
  }

  @Override
  public @Nullable String getAuthenticationScheme() {
    return auth.principal()
        .map(user -> user.source() == TamboPrincipal.Source.USER_KEY ? "TAMBO-USER-KEY" : "Bearer")
        .orElse(null);
  }
}
