package co.tambo.auth.servlet;

import co.tambo.auth.AuthRequest;
import co.tambo.auth.RequestTarget;
import java.security.Principal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A request whose user has logged out: whatever identified it is no longer looked at. */
record WithoutCredentials(AuthRequest request) implements AuthRequest {

  @Override
  public String method() {
    return request.method();
  }

  @Override
  public RequestTarget target() {
    return request.target();
  }

  @Override
  public List<String> headers(String name) {
    return List.of();
  }

  @Override
  public @Nullable Object sessionAttribute(String name) {
    return null;
  }

  @Override
  public @Nullable Object attribute(String name) {
    return null;
  }

  @Override
  public @Nullable Principal containerPrincipal() {
    return null;
  }
}
