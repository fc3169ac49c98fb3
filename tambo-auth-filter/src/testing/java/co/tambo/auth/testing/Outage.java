package co.tambo.auth.testing;

/** The ways in which a stand-in can be out of order. */
public enum Outage {
  /** Nobody listens: the connection is refused. */
  CONNECTION_REFUSED,
  /** The connection is accepted, and closed without any byte of an answer. */
  NO_ANSWER,
  /** Every request is answered with 503 and a page of a gateway. */
  SERVICE_UNAVAILABLE
}
