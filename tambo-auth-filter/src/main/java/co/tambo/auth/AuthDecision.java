package co.tambo.auth;

import java.util.Map;

/** What an adapter has to do with a request. Nothing but a decision opens the chain. Immutable. */
public sealed interface AuthDecision {

  /** Returns the request's handle, to be set as the attribute {@link TamboAuth#ATTRIBUTE}. */
  TamboAuth auth();

  /** Go on; as anonymous when the handle has no principal. */
  record Admitted(TamboAuth auth) implements AuthDecision {}

  /**
   * Answer, and do not go on.
   *
   * @param status the HTTP status
   * @param headers the headers to set, among them {@code Content-Type} and {@code Cache-Control}
   * @param body a problem document (RFC 9457) in UTF-8
   */
  record Refused(TamboAuth auth, int status, Map<String, String> headers, String body)
      implements AuthDecision {
    /** Copies the headers. */
    public Refused {
      headers = Map.copyOf(headers);
    }
  }

  /**
   * Ask the container to authenticate: if it answers, its response stands; if it establishes a
   * caller, decide again.
   *
   * @param otherwise the answer where the container cannot be asked or has no login, and where
   *     deciding again asks for a login once more
   */
  record ContainerLogin(TamboAuth auth, Refused otherwise) implements AuthDecision {}
}
