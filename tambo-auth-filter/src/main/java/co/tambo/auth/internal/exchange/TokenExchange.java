package co.tambo.auth.internal.exchange;

import co.tambo.auth.TamboToken;
import co.tambo.auth.internal.config.ExchangeSettings;
import co.tambo.auth.internal.http.HttpFetch;
import co.tambo.auth.internal.time.TimeSource;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** Exchanges a subject token for a Tambo token (RFC 8693 section 2). Thread-safe. */
public interface TokenExchange extends AutoCloseable {

  /** What Tambo said. */
  sealed interface Outcome {}

  /**
   * Tambo issued a token. One that has expired already is for the request at hand only: Tambo did
   * not say how long it lives.
   */
  record Issued(TamboToken token) implements Outcome {}

  /**
   * Tambo does not accept the subject token: 400 or 401, or it is of a kind that Tambo never takes.
   *
   * @param hint which known limit of Tambo was met, if any
   */
  record SubjectTokenRefused(int status, Hint hint) implements Outcome {}

  /** The known limits of Tambo that a refusal can name. */
  enum Hint {
    /** No known limit. */
    NONE,
    /** The issuer is one that Tambo cannot verify, such as one with a path. */
    ISSUER,
    /** The token is longer than Tambo takes. */
    SIZE
  }

  /** Tambo does not accept the API key: 403. */
  record ApiKeyRefused() implements Outcome {}

  /**
   * The configured address has never answered as Tambo does.
   *
   * @param status what it answered; 0 when the answer was cut off for its length
   */
  record NotTambo(int status) implements Outcome {}

  /**
   * Tambo cannot be reached or asks to wait.
   *
   * @param retryAfter when to try again, from 1 to 60 seconds
   * @param asked whether Tambo itself named the time
   */
  record Unavailable(Duration retryAfter, boolean asked) implements Outcome {

    /** Returns the outcome for a failure that says nothing about when to try again. */
    static Unavailable forNow() {
      return new Unavailable(Duration.ofSeconds(5), false);
    }
  }

  /** There is no exchange: it is switched off, or there is no API key. */
  record SwitchedOff() implements Outcome {}

  /**
   * Returns what is known without asking: a cached outcome, or empty. May start to renew a token in
   * the background.
   */
  default Optional<Outcome> known(SubjectToken subjectToken) {
    return Optional.empty();
  }

  /**
   * Exchanges a token. The future never fails and completes by the deadline of the configuration.
   * While many calls are under way, may wait for its turn, at most a tenth of that deadline.
   */
  CompletableFuture<Outcome> exchange(SubjectToken subjectToken);

  /** Forgets every token. The connection is the caller's to close. */
  @Override
  default void close() {}

  /** Returns an exchange that never asks. */
  static TokenExchange off() {
    return subjectToken -> CompletableFuture.completedFuture(new SwitchedOff());
  }

  /**
   * Returns the exchange of a configuration: remembered outcomes, one call for any number of
   * callers with the same token, a bounded number of calls at once, and none for a while once Tambo
   * has failed several times in a row.
   */
  static TokenExchange of(
      ExchangeSettings settings, HttpFetch http, TimeSource time, ExchangeEvents events) {
    String apiKey = settings.apiKey();
    if (settings.mode() == ExchangeSettings.Mode.OFF || apiKey == null) {
      return off();
    }
    TokenExchange tambo =
        new CircuitBreaker(time)
            .around(new TamboTokenExchange(settings, apiKey, http, time, events));
    CallLimit limit = new CallLimit(CallLimit.MAX_CALLS);
    TokenExchange patient = limit.around(tambo, settings.timeout().dividedBy(10));
    TokenExchange renewal =
        new SingleFlightTokenExchange(limit.around(tambo, Duration.ZERO), events);
    int entries = CachingTokenExchange.MAX_ENTRIES;
    return new SingleFlightTokenExchange(
        new CachingTokenExchange(patient, renewal, time, entries), events);
  }
}
