package co.tambo.auth.internal.exchange;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** A token endpoint on loopback that answers as a test says. */
final class TamboServer implements AutoCloseable {

  /** What to answer. */
  record Reply(int status, Map<String, String> headers, String body) {
    static Reply json(int status, String body) {
      return new Reply(status, Map.of("Content-Type", "application/json; charset=utf-8"), body);
    }

    static Reply token(String accessToken) {
      return json(201, tokenBody(accessToken, "3600"));
    }

    static Reply error(int status, String message) {
      return json(status, "{\"message\":\"" + message + "\",\"statusCode\":" + status + "}");
    }
  }

  /** Answers one request. */
  interface Handler {
    Reply reply(Received received) throws Exception;
  }

  /** What arrived. */
  record Received(String target, Map<String, List<String>> headers, String body) {
    String subjectToken() {
      String value = body.substring(body.indexOf("&subject_token=") + "&subject_token=".length());
      return URLDecoder.decode(value, StandardCharsets.UTF_8);
    }
  }

  private final List<Received> received = new CopyOnWriteArrayList<>();
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final HttpServer server;
  private volatile Handler handler;

  TamboServer(Handler handler) throws IOException {
    this.handler = handler;
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 1000);
    server.setExecutor(threads);
    server.createContext("/", this::handle);
    server.start();
  }

  static String tokenBody(String accessToken, String expiresIn) {
    return "{\"access_token\":\""
        + accessToken
        + "\",\"token_type\":\"Bearer\",\"expires_in\":"
        + expiresIn
        + ",\"issued_token_type\":\"urn:ietf:params:oauth:token-type:access_token\"}";
  }

  private void handle(HttpExchange exchange) throws IOException {
    String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
    Received request =
        new Received(
            exchange.getRequestMethod() + " " + exchange.getRequestURI(),
            Map.copyOf(exchange.getRequestHeaders()),
            body);
    received.add(request);
    try (exchange) {
      Reply reply = handler.reply(request);
      byte[] bytes = reply.body().getBytes(StandardCharsets.UTF_8);
      reply.headers().forEach(exchange.getResponseHeaders()::set);
      exchange.sendResponseHeaders(reply.status(), bytes.length == 0 ? -1 : bytes.length);
      exchange.getResponseBody().write(bytes);
    } catch (IOException clientIsGone) {
      throw clientIsGone;
    } catch (Exception e) {
      throw new IOException(e);
    }
  }

  void reply(Handler next) {
    handler = next;
  }

  List<Received> received() {
    return received;
  }

  URI url() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }
}
