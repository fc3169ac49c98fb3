package co.tambo.servers;

import co.tambo.auth.AuthRequest;
import co.tambo.auth.RequestTarget;
import java.security.Principal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A request with nothing but a bearer token (RFC 6750 section 2.1). Does not print it. */
record BearerRequest(String token) implements AuthRequest {

  @Override
  public String method() {
    return "GET";
  }

  @Override
  public RequestTarget target() {
    return new RequestTarget("http://127.0.0.1", "/me", "", "/me", null);
  }

  @Override
  public List<String> headers(String name) {
    return name.equalsIgnoreCase("Authorization") ? List.of("Bearer " + token) : List.of();
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

  @Override
  public String toString() {
    return "BearerRequest[****]";
  }
}
