package co.tambo.auth.contract;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * A request, byte for byte as it goes out; characters are sent as ISO 8859-1.
 *
 * @param target the request target, as it stands in the request line
 * @param headers header lines without their line ends
 */
public record RawRequest(String method, String target, List<String> headers, String body) {

  /** Copies the headers. */
  public RawRequest {
    headers = List.copyOf(headers);
  }

  /** Returns a GET request. */
  public static RawRequest get(String target) {
    return of("GET", target);
  }

  /** Returns a POST request with an empty form. */
  public static RawRequest post(String target) {
    return of("POST", target).header("Content-Type", "application/x-www-form-urlencoded");
  }

  /** Returns a request with any method. */
  public static RawRequest of(String method, String target) {
    return new RawRequest(method, target, List.of(), "");
  }

  /** Returns this request with one more header. */
  public RawRequest header(String name, String value) {
    List<String> more = new ArrayList<>(headers);
    more.add(name + ": " + value);
    return new RawRequest(method, target, more, body);
  }

  /** Returns this request with a bearer token (RFC 6750 section 2.1). */
  public RawRequest bearer(String token) {
    return header("Authorization", "Bearer " + token);
  }

  /** Returns this request with a body. */
  public RawRequest body(String text) {
    return new RawRequest(method, target, headers, text);
  }

  /** Returns this request to an application that is not at the root; {@code *} stays as it is. */
  public RawRequest below(String path) {
    int root = target.startsWith("http://") ? target.indexOf('/', "http://".length()) : 0;
    return target.indexOf('/', root) == root
        ? new RawRequest(
            method, target.substring(0, root) + path + target.substring(root), headers, body)
        : this;
  }

  byte[] bytes(int port) {
    StringBuilder text = new StringBuilder();
    text.append(method).append(' ').append(target).append(" HTTP/1.1\r\n");
    text.append("Host: 127.0.0.1:").append(port).append("\r\nConnection: close\r\n");
    headers.forEach(line -> text.append(line).append("\r\n"));
    if (!method.equals("GET")) {
      text.append("Content-Length: ").append(body.length()).append("\r\n");
    }
    return text.append("\r\n").append(body).toString().getBytes(StandardCharsets.ISO_8859_1);
  }
}
