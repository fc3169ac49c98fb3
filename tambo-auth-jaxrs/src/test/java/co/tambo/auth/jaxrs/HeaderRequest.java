package co.tambo.auth.jaxrs;

import co.tambo.auth.AuthRequest;
import co.tambo.auth.RequestTarget;
import java.security.Principal;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A request with nothing in it but headers. */
record HeaderRequest(Map<String, String> lines) implements AuthRequest {

  @Override
  public String method() {
    return "GET";
  }

  @Override
  public RequestTarget target() {
    return new RequestTarget("http://localhost", "/", "", "/", null);
  }

  @Override
  public List<String> headers(String name) {
    String value = lines.get(name);
    return value == null ? List.of() : List.of(value);
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
