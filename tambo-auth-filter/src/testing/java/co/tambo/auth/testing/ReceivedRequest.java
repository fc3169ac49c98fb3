package co.tambo.auth.testing;

import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** A request as a stand-in received it, for assertions on what was sent. Immutable. */
public final class ReceivedRequest {

  private final String method;
  private final URI target;
  private final Map<String, List<String>> headers;
  private final byte[] body;

  ReceivedRequest(String method, URI target, Map<String, List<String>> headers, byte[] body) {
    this.method = method;
    this.target = target;
    this.headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    headers.forEach((name, values) -> this.headers.put(name, List.copyOf(values)));
    this.body = body.clone();
  }

  /** Returns the method. */
  public String method() {
    return method;
  }

  /** Returns the path and query as they came. */
  public String target() {
    return target.toString();
  }

  /** Returns the path as it came, still percent-encoded. */
  public String path() {
    return target.getRawPath();
  }

  /** Returns the parameters of the query, decoded, in their order. */
  public Map<String, List<String>> query() {
    return parameters(target.getRawQuery() == null ? "" : target.getRawQuery());
  }

  /** Returns the parameters of a form body, decoded, in their order. */
  public Map<String, List<String>> form() {
    return parameters(text());
  }

  /** Returns the first value of a header, whatever the case of its name. */
  public Optional<String> header(String name) {
    return headers(name).stream().findFirst();
  }

  /** Returns all values of a header, whatever the case of its name. */
  public List<String> headers(String name) {
    return headers.getOrDefault(name, List.of());
  }

  /** Returns the body. */
  public byte[] body() {
    return body.clone();
  }

  /** Returns the body as UTF-8. */
  public String text() {
    return new String(body, StandardCharsets.UTF_8);
  }

  /** Returns the size of the request line and the headers in bytes. */
  int headSize() {
    int size = method.length() + target().length() + " HTTP/1.1\r\n".length() + 1;
    for (Map.Entry<String, List<String>> header : headers.entrySet()) {
      for (String value : header.getValue()) {
        size += header.getKey().length() + value.length() + ": \r\n".length();
      }
    }
    return size;
  }

  static Map<String, List<String>> parameters(String encoded) {
    Map<String, List<String>> parameters = new LinkedHashMap<>();
    for (String pair : encoded.split("&", -1)) {
      int equals = pair.indexOf('=');
      String name = equals < 0 ? pair : pair.substring(0, equals);
      String value = equals < 0 ? "" : pair.substring(equals + 1);
      if (!pair.isEmpty()) {
        parameters.computeIfAbsent(decoded(name), unused -> new ArrayList<>()).add(decoded(value));
      }
    }
    return parameters;
  }

  private static String decoded(String text) {
    try {
      return URLDecoder.decode(text, StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      return text;
    }
  }
}
