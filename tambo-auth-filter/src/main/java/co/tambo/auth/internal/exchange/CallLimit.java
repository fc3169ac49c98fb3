package co.tambo.auth.internal.exchange;

import co.tambo.auth.internal.exchange.TokenExchange.Outcome;
import co.tambo.auth.internal.exchange.TokenExchange.Unavailable;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * How many calls may be under way at once, so that a Tambo that hangs does not hold every thread of
 * the container. Thread-safe.
 */
final class CallLimit {

  /** Well below the 200 request threads of the usual container. */
  static final int MAX_CALLS = 64;

  private final Semaphore turns;

  CallLimit(int calls) {
    this.turns = new Semaphore(calls);
  }

  /**
   * Returns an exchange under this limit.
   *
   * @param patience how long a caller waits for its turn before it is refused
   */
  TokenExchange around(TokenExchange exchange, Duration patience) {
    return subjectToken ->
        takeTurn(patience)
            ? inTurn(exchange, subjectToken)
            : CompletableFuture.completedFuture(Unavailable.forNow());
  }

  private CompletableFuture<Outcome> inTurn(TokenExchange exchange, SubjectToken subjectToken) {
    CompletableFuture<Outcome> call;
    try {
      call = exchange.exchange(subjectToken);
    } catch (RuntimeException | Error e) {
      turns.release();
      throw e;
    }
    return call.whenComplete((outcome, failure) -> turns.release());
  }

  private boolean takeTurn(Duration patience) {
    if (turns.tryAcquire()) {
      return true;
    }
    try {
      return turns.tryAcquire(patience.toNanos(), TimeUnit.NANOSECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
