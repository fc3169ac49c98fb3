package co.tambo.servers;

/** What a server has or has not. */
public enum Technology {
  REST,
  CDI,
  EJB,
  SECURITY,
  FACES,
  WEBSOCKET,
  JSP,
  MP_CONFIG,
  HTTP2
}
