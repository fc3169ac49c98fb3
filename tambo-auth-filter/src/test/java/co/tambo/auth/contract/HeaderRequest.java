package co.tambo.auth.contract;

import co.tambo.auth.AuthRequest;
import co.tambo.auth.RequestTarget;
import java.security.Principal;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A {@code GET} with nothing in it but headers, for asking a {@link
 * co.tambo.auth.TamboAuthenticator} without a server. Immutable; does not print its headers.
 *
 * @param lines the headers by name, in any case; one line each
 */
public record HeaderRequest(Map<String, String> lines) implements AuthRequest {

  /** Copies the headers. */
  public HeaderRequest {
    TreeMap<String, String> anyCase = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    anyCase.putAll(lines);
    lines = Collections.unmodifiableMap(anyCase);
  }

  /** Returns a request without a credential. */
  public static HeaderRequest anonymous() {
    return new HeaderRequest(Map.of());
  }

  /** Returns a request with a bearer token (RFC 6750 section 2.1). */
  public static HeaderRequest bearing(String token) {
    return new HeaderRequest(Map.of("Authorization", "Bearer " + token));
  }

  @Override
  public String method() {
    return "GET";
  }

  @Override
  public RequestTarget target() {
    return new RequestTarget("https://app.example", "/", "", "/", null);
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

  @Override
  public String toString() {
    return "HeaderRequest[****]";
  }
}
