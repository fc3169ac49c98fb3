package co.tambo.auth.cdi;

import co.tambo.auth.TamboAuth;
import co.tambo.auth.TamboPrincipal;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** Was given its fields once, for every request. */
@ApplicationScoped
public class Shop {

  @Inject TamboAuth auth;
  @Inject TamboPrincipal user;

  TamboAuth auth() {
    return auth;
  }

  TamboPrincipal user() {
    return user;
  }

  String who() {
    return user.getName() + " " + auth.getStatus() + " " + auth.principal().isPresent();
  }

  String everything() {
    return String.join(
        " ",
        user.getName() + user.roles() + user.scopes() + user.permissions() + user.claims().keySet(),
        user.issuer().orElse("-") + user.tenant().orElse("-") + user.email().orElse("-"),
        user.emailVerified() + "," + user.verified());
  }

  String essence() {
    return String.join(" ", user.subject(), user.source().word(), user.contextKey());
  }
}
