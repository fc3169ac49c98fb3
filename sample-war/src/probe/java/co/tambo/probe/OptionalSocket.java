package co.tambo.probe;

import jakarta.websocket.OnMessage;
import jakarta.websocket.Session;
import jakarta.websocket.server.ServerEndpoint;

/** A WebSocket behind the filter {@code optional}. */
@ServerEndpoint(value = "/optional/socket", configurator = Handshakes.class)
public class OptionalSocket {

  /** For the WebSocket container. */
  public OptionalSocket() {}

  /** Answers a message with who its sender is. */
  @OnMessage
  public String answer(Session session, String message) {
    return Handshakes.facts(session, message);
  }
}
