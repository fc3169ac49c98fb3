package co.tambo.probe;

import jakarta.websocket.OnMessage;
import jakarta.websocket.Session;
import jakarta.websocket.server.ServerEndpoint;

/** A WebSocket behind the filter {@code required}. */
@ServerEndpoint(value = "/required/socket", configurator = Handshakes.class)
public class RequiredSocket {

  /** For the WebSocket container. */
  public RequiredSocket() {}

  /** Answers a message with who its sender is. */
  @OnMessage
  public String answer(Session session, String message) {
    return Handshakes.facts(session, message);
  }
}
