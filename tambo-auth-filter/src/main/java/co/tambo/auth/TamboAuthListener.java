package co.tambo.auth;

import java.time.Duration;
import java.util.Optional;

/**
 * Told of everything that is worth a log line or a metric; the one place where logs come from.
 * Called on request threads: implementations are thread-safe, quick, and do not throw. No event
 * holds a token, a key or a secret; texts that come from a request are safe to print on one line.
 */
public interface TamboAuthListener {

  /** Does nothing. */
  TamboAuthListener NONE = new TamboAuthListener() {};

  /**
   * A request was decided.
   *
   * @param state the request's state
   * @param status the status of the refusal; 0 when the request went on
   * @param error the catalogue entry, if anything was wrong
   * @param reason why, from a closed list such as {@code expired}; empty when nothing was wrong
   * @param issuer the token's issuer, escaped and shortened; empty when unknown
   * @param kid the token's key id, escaped and shortened; empty when unknown
   * @param fingerprint the first 16 hex digits that stand for the credential under this policy;
   *     empty without one
   */
  record Decided(
      TamboAuthState state,
      int status,
      Optional<AuthError> error,
      String reason,
      String issuer,
      String kid,
      String fingerprint) {}

  /**
   * Tambo was asked to exchange a token.
   *
   * @param took from the first byte sent to the last byte read
   * @param status Tambo's status; 0 when there was no answer
   * @param error the catalogue entry of the failure, empty after a success
   * @param reason why it failed, from a closed list; empty after a success
   */
  record Exchanged(Duration took, int status, Optional<AuthError> error, String reason) {}

  /**
   * An issuer's keys were fetched.
   *
   * @param provider the configured provider's name
   * @param usable how many keys can be used now
   * @param problem what went wrong; empty when nothing did
   */
  record KeysFetched(String provider, int usable, String problem) {}

  /** The authenticator has started; the policy is one paragraph with secrets masked. */
  default void started(String policy) {}

  /** Something should be looked at; said at start, and again when it shows. */
  default void warned(TamboAuthWarning warning) {}

  /** A request waits, or a public path does not wait, for Tambo to exchange its token. */
  default void exchanging(String fingerprint) {}

  /** A request was decided. */
  default void decided(Decided event) {}

  /** Tambo was asked to exchange a token. */
  default void exchanged(Exchanged event) {}

  /** An issuer's keys were fetched. */
  default void keysFetched(KeysFetched event) {}

  /** This library failed; the request was refused. */
  default void defect(Throwable defect) {}

  /** Returns a listener that writes to {@code System.Logger} {@code co.tambo.auth}. */
  static TamboAuthListener logging() {
    return new LoggingListener(System.getLogger("co.tambo.auth"));
  }
}
