package co.tambo.auth.contract;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * An answer as it came over the socket.
 *
 * @param headers name and value of every line, in order
 */
public record RawResponse(int status, List<Map.Entry<String, String>> headers, String body) {

  private static final int TIMEOUT_MILLIS = 30_000;

  /** Copies the headers. */
  public RawResponse {
    headers = List.copyOf(headers);
  }

  /** Sends a request over a connection of its own and returns the answer. */
  public static RawResponse to(RawRequest request, int port) throws IOException {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
      socket.setSoTimeout(TIMEOUT_MILLIS);
      socket.getOutputStream().write(request.bytes(port));
      socket.getOutputStream().flush();
      return parsed(new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8));
    }
  }

  /** Returns the values of a header, in order. */
  public List<String> values(String name) {
    return headers.stream()
        .filter(header -> header.getKey().equalsIgnoreCase(name))
        .map(Map.Entry::getValue)
        .toList();
  }

  private static RawResponse parsed(String text) throws IOException {
    int end = text.indexOf("\r\n\r\n");
    if (end < 0 || !text.startsWith("HTTP/1.1 ")) {
      throw new IOException("no HTTP answer: " + text);
    }
    List<Map.Entry<String, String>> headers =
        new ArrayList<>(text.substring(0, end).lines().skip(1).map(RawResponse::header).toList());
    RawResponse whole =
        new RawResponse(Integer.parseInt(text.substring(9, 12)), headers, text.substring(end + 4));
    return whole.values("Transfer-Encoding").isEmpty() ? whole : whole.unchunked();
  }

  private static Map.Entry<String, String> header(String line) {
    int colon = line.indexOf(':');
    return Map.entry(line.substring(0, colon), line.substring(colon + 1).trim());
  }

  /** Leaves the chunk sizes out (RFC 9112 section 7.1); for ASCII bodies only. */
  private RawResponse unchunked() {
    StringBuilder joined = new StringBuilder();
    for (int at = 0; at < body.length(); ) {
      int lineEnd = body.indexOf("\r\n", at);
      int size = Integer.parseInt(body.substring(at, lineEnd), 16);
      joined.append(body, lineEnd + 2, lineEnd + 2 + size);
      at = lineEnd + 2 + size + 2;
    }
    return new RawResponse(status, headers, joined.toString());
  }

  @Override
  public String toString() {
    return Stream.concat(
                Stream.of("status " + status),
                headers.stream().map(header -> header.getKey() + ": " + header.getValue()))
            .reduce("", (all, line) -> all + line + "\n")
        + "\n"
        + body;
  }
}
