package co.tambo.auth;

import java.security.Principal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A request written down by a test. */
final class FakeRequest implements AuthRequest {

  private final String method;
  private final String path;
  private final Map<String, List<String>> headers = new HashMap<>();
  private final Map<String, List<String>> cookies = new HashMap<>();
  private final Map<String, Object> session = new HashMap<>();
  private final Map<String, Object> attributes = new HashMap<>();
  private @Nullable String query;
  private @Nullable Principal principal;

  private FakeRequest(String method, String path) {
    this.method = method;
    this.path = path;
  }

  static FakeRequest get(String path) {
    return new FakeRequest("GET", path);
  }

  static FakeRequest of(String method, String path) {
    return new FakeRequest(method, path);
  }

  FakeRequest header(String name, String value) {
    headers.computeIfAbsent(name.toLowerCase(Locale.ROOT), key -> new ArrayList<>()).add(value);
    return this;
  }

  FakeRequest cookie(String name, String value) {
    cookies.computeIfAbsent(name, key -> new ArrayList<>()).add(value);
    return this;
  }

  FakeRequest session(String name, Object value) {
    session.put(name, value);
    return this;
  }

  FakeRequest attribute(String name, Object value) {
    attributes.put(name, value);
    return this;
  }

  FakeRequest query(String value) {
    query = value;
    return this;
  }

  FakeRequest principal(Principal value) {
    principal = value;
    return this;
  }

  @Override
  public String method() {
    return method;
  }

  @Override
  public RequestTarget target() {
    return new RequestTarget("https://app.example", path, "", path, query);
  }

  @Override
  public List<String> headers(String name) {
    return headers.getOrDefault(name.toLowerCase(Locale.ROOT), List.of());
  }

  @Override
  public List<String> cookies(String name) {
    return cookies.getOrDefault(name, List.of());
  }

  @Override
  public @Nullable Object sessionAttribute(String name) {
    return session.get(name);
  }

  @Override
  public @Nullable Object attribute(String name) {
    return attributes.get(name);
  }

  @Override
  public @Nullable Principal containerPrincipal() {
    return principal;
  }
}
