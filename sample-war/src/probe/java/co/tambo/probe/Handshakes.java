package co.tambo.probe;

import co.tambo.auth.internal.json.Json;
import jakarta.websocket.HandshakeResponse;
import jakarta.websocket.Session;
import jakarta.websocket.server.HandshakeRequest;
import jakarta.websocket.server.ServerEndpointConfig;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Keeps, for a WebSocket, what its handshake says of the caller. */
public final class Handshakes extends ServerEndpointConfig.Configurator {

  private static final String CALLER = "caller";
  private static final String ADMIN = "admin";

  /** For the WebSocket container. */
  public Handshakes() {}

  @Override
  public void modifyHandshake(
      ServerEndpointConfig config, HandshakeRequest request, HandshakeResponse response) {
    String caller = Who.name(request.getUserPrincipal());
    config.getUserProperties().put(CALLER, caller == null ? "" : caller);
    config.getUserProperties().put(ADMIN, request.isUserInRole("admin"));
  }

  static String facts(Session session, String message) {
    Map<String, @Nullable Object> facts = new LinkedHashMap<>();
    facts.put("message", message);
    facts.put("session", Who.name(session.getUserPrincipal()));
    facts.put("handshake", session.getUserProperties().get(CALLER));
    facts.put("admin", session.getUserProperties().get(ADMIN));
    return Json.write(facts);
  }
}
