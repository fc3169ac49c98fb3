package co.tambo.auth.internal.keys;

import static co.tambo.auth.internal.http.SocketServer.response;

import co.tambo.auth.internal.http.SocketServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.net.URI;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** An issuer's two documents on a real socket, as they are or as a test spoils them. */
final class KeyServer implements AutoCloseable {

  private final SocketServer server = SocketServer.start(this::answer);
  private final AtomicInteger discoveries = new AtomicInteger();
  private final AtomicInteger keyFetches = new AtomicInteger();
  private volatile String keys = "";
  private volatile SocketServer.@Nullable Script keyScript;
  private volatile SocketServer.@Nullable Script discoveryScript;

  String issuer() {
    return server.uri("/tenant").toString();
  }

  URI jwksUrl() {
    return server.uri("/keys");
  }

  /** Serves these keys from now on. */
  void publishes(TestKey... published) {
    keys = TestKey.set(published);
    keyScript = null;
  }

  /** Answers for the key set in another way from now on. */
  void answersKeysWith(SocketServer.Script script) {
    keyScript = script;
  }

  /** Answers for the discovery document in another way from now on. */
  void answersDiscoveryWith(SocketServer.Script script) {
    discoveryScript = script;
  }

  int discoveries() {
    return discoveries.get();
  }

  int keyFetches() {
    return keyFetches.get();
  }

  static String discovery(String issuer, String jwksUri) {
    return "{\"issuer\":\"" + issuer + "\",\"jwks_uri\":\"" + jwksUri + "\"}";
  }

  private void answer(String head, OutputStream out, Socket socket) throws IOException {
    if (head.startsWith("GET /keys ")) {
      keyFetches.incrementAndGet();
      orElse(keyScript, response("200 OK", keys)).answer(head, out, socket);
    } else if (head.startsWith("GET /tenant/.well-known/openid-configuration ")) {
      discoveries.incrementAndGet();
      String document = discovery(issuer(), jwksUrl().toString());
      orElse(discoveryScript, response("200 OK", document)).answer(head, out, socket);
    } else {
      SocketServer.write(out, response("404 Not Found", ""));
    }
  }

  private static SocketServer.Script orElse(SocketServer.@Nullable Script script, String answer) {
    return script != null ? script : (head, out, socket) -> SocketServer.write(out, answer);
  }

  @Override
  public void close() throws IOException {
    server.close();
  }
}
