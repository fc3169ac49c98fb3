package co.tambo.auth.jaxrs;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/** Remembers what it was sent; answers {@code {}}, or redirects. */
final class RecordingServer implements AutoCloseable {

  private final List<Received> received = new CopyOnWriteArrayList<>();
  private final HttpServer server;
  private final @Nullable String redirect;

  private RecordingServer(@Nullable String redirect) {
    this.redirect = redirect;
    this.server = bound();
    server.createContext("/", this::answer);
    server.start();
  }

  static RecordingServer start() {
    return new RecordingServer(null);
  }

  static RecordingServer redirectingTo(String address) {
    return new RecordingServer(address);
  }

  private static HttpServer bound() {
    try {
      return HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  record Received(String method, URI uri, Headers headers, String body) {}

  String url() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  List<Received> received() {
    return received;
  }

  Received last() {
    return received.get(received.size() - 1);
  }

  private void answer(HttpExchange exchange) throws IOException {
    String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
    received.add(
        new Received(
            exchange.getRequestMethod(),
            exchange.getRequestURI(),
            exchange.getRequestHeaders(),
            body));
    if (redirect != null) {
      exchange.getResponseHeaders().set("Location", redirect);
    }
    exchange.getResponseHeaders().set("Content-Type", "application/json");
    exchange.sendResponseHeaders(redirect == null ? 200 : 302, 2);
    exchange.getResponseBody().write("{}".getBytes(StandardCharsets.UTF_8));
    exchange.close();
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
