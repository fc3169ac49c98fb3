package co.tambo.auth.testing;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Sends requests over a socket just as they are written. */
final class RawHttp {

  /** An answer, its header names in lower case. */
  record RawAnswer(int status, List<String> head, String body) {
    Optional<String> header(String name) {
      String prefix = name.toLowerCase(Locale.ROOT) + ": ";
      return head.stream()
          .filter(line -> line.toLowerCase(Locale.ROOT).startsWith(prefix))
          .map(line -> line.substring(prefix.length()))
          .findFirst();
    }
  }

  private RawHttp() {}

  static RawAnswer send(
      String origin,
      String method,
      String target,
      List<Map.Entry<String, String>> headers,
      String body)
      throws IOException {
    URI server = URI.create(origin);
    try (Socket socket = new Socket(server.getHost(), server.getPort())) {
      socket.setSoTimeout(10_000);
      socket.getOutputStream().write(request(server, method, target, headers, body));
      return parse(socket.getInputStream().readAllBytes());
    }
  }

  private static byte[] request(
      URI server,
      String method,
      String target,
      List<Map.Entry<String, String>> headers,
      String body)
      throws IOException {
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    StringBuilder head = new StringBuilder(method + " " + target + " HTTP/1.1\r\n");
    head.append("Host: ").append(server.getAuthority()).append("\r\nConnection: close\r\n");
    headers.forEach(h -> head.append(h.getKey() + ": " + h.getValue() + "\r\n"));
    if (bytes.length > 0 || method.equals("POST")) {
      head.append("Content-Length: ").append(bytes.length).append("\r\n");
    }
    ByteArrayOutputStream request = new ByteArrayOutputStream();
    request.write(head.append("\r\n").toString().getBytes(StandardCharsets.ISO_8859_1));
    request.write(bytes);
    return request.toByteArray();
  }

  private static RawAnswer parse(byte[] answer) {
    String text = new String(answer, StandardCharsets.UTF_8);
    int end = text.indexOf("\r\n\r\n");
    List<String> head = List.of(text.substring(0, end).split("\r\n"));
    int status = Integer.parseInt(head.get(0).substring("HTTP/1.1 ".length()).substring(0, 3));
    return new RawAnswer(status, head, text.substring(end + 4));
  }
}
