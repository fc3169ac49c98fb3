package co.tambo.auth.internal.exchange;

import java.time.Duration;

/** Told of the calls to Tambo. Called on any thread; holds no token, key or secret. */
public interface ExchangeEvents {

  /** Does nothing. */
  ExchangeEvents NONE = new ExchangeEvents() {};

  /**
   * Tambo was asked to exchange a token; a repetition on a broken connection counts as the same.
   *
   * @param took from the first byte sent to the last byte read
   * @param status Tambo's status; 0 when there was no answer
   * @param reason why it failed, from a closed list; empty after a success
   */
  default void exchanged(Duration took, int status, TokenExchange.Outcome outcome, String reason) {}

  /** This library failed; the callers are told that Tambo is unavailable. */
  default void defect(Throwable defect) {}
}
