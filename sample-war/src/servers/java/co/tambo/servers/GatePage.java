package co.tambo.servers;

import co.tambo.auth.AuthDecision;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import jakarta.json.Json;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** A page of loopback that says whom the core knows, for a load. */
final class GatePage implements AutoCloseable {

  private final ExecutorService threads = Executors.newFixedThreadPool(4);
  private final Gate gate;
  private final HttpServer server;

  GatePage(Gate gate) throws IOException {
    this.gate = gate;
    this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(threads);
    server.createContext("/me", this::answer);
    server.start();
  }

  URI uri() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/me");
  }

  private void answer(HttpExchange exchange) throws IOException {
    String credentials = exchange.getRequestHeaders().getFirst("Authorization");
    AuthDecision decision = gate.decide(credentials.substring("Bearer ".length()));
    if (decision instanceof AuthDecision.Refused refused) {
      send(exchange, refused.status(), refused.body());
    } else {
      String name = decision.auth().principal().orElseThrow().getName();
      send(exchange, 200, Json.createObjectBuilder().add("name", name).build().toString());
    }
  }

  private static void send(HttpExchange exchange, int status, String text) throws IOException {
    byte[] body = text.getBytes(StandardCharsets.UTF_8);
    try (exchange) {
      exchange.sendResponseHeaders(status, body.length);
      exchange.getResponseBody().write(body);
    }
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }
}
