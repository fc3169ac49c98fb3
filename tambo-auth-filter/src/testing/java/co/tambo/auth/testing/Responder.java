package co.tambo.auth.testing;

/** Answers the requests to a stand-in; several at once. */
@FunctionalInterface
public interface Responder {

  /** Returns the answer to a request. */
  Answer answer(ReceivedRequest request);
}
