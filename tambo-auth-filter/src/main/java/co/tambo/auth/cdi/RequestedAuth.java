package co.tambo.auth.cdi;

import co.tambo.auth.TamboAuth;
import co.tambo.auth.TamboAuthState;
import co.tambo.auth.TamboPrincipal;
import co.tambo.auth.TamboRequests;
import co.tambo.auth.TamboToken;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;

/** The handle that a request has at the time of each call. */
record RequestedAuth(HttpServletRequest request) implements TamboAuth {

  private TamboAuth present() {
    return TamboAuth.of(request::getAttribute);
  }

  @Override
  public TamboAuthState state() {
    return present().state();
  }

  @Override
  public Optional<TamboPrincipal> principal() {
    return present().principal();
  }

  @Override
  public TamboToken tamboToken() {
    return present().tamboToken();
  }

  @Override
  public TamboRequests requests() {
    return present().requests();
  }

  @Override
  public String toString() {
    return present().toString();
  }
}
