package co.tambo.benchmarks;

import co.tambo.auth.AuthRequest;
import co.tambo.auth.RequestTarget;
import java.security.Principal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A request that holds nothing but an {@code Authorization} header. Immutable. */
record TokenRequest(String authorization) implements AuthRequest {

  private static final RequestTarget TARGET =
      new RequestTarget("https://app.example.com", "/api/me", "", "/api/me", null);

  @Override
  public String method() {
    return "GET";
  }

  @Override
  public RequestTarget target() {
    return TARGET;
  }

  @Override
  public List<String> headers(String name) {
    return name.equalsIgnoreCase("Authorization") ? List.of(authorization) : List.of();
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
