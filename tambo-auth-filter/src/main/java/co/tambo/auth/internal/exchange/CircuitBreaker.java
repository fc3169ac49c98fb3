package co.tambo.auth.internal.exchange;

import co.tambo.auth.internal.exchange.TokenExchange.Outcome;
import co.tambo.auth.internal.exchange.TokenExchange.Unavailable;
import co.tambo.auth.internal.time.TimeSource;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * Stops asking a Tambo that does not answer: after five failures in a row, or when Tambo itself
 * asks to wait, nobody is let through for a while; then one call tries whether it answers again.
 * Any answer, a refusal too, shows that it does. Thread-safe, lock-free.
 *
 * <p>Of our own rather than a library's: Failsafe reads the machine's clock itself, so that no test
 * can set it; Resilience4j ends a pause by the wall clock, which jumps, and needs SLF4J in every
 * application.
 */
final class CircuitBreaker {

  /** How many calls in a row have to fail. */
  static final int FAILURES = 5;

  /** How long nobody is let through, unless Tambo has said how long. */
  static final Duration PAUSE = Duration.ofSeconds(5);

  private static final Duration SHORTEST_WAIT = Duration.ofSeconds(1);

  private sealed interface State {}

  private record Closed(int failures) implements State {}

  /** Nobody is let through before a time, by the nanosecond clock. */
  private record Open(long until, boolean asked) implements State {}

  /** One call is under way to see whether Tambo answers again. */
  private record Trying() implements State {}

  private static final Closed WELL = new Closed(0);

  private final TimeSource time;
  private final AtomicReference<State> state = new AtomicReference<>(WELL);

  CircuitBreaker(TimeSource time) {
    this.time = time;
  }

  /** Returns an exchange that is asked only while this lets calls through. */
  TokenExchange around(TokenExchange exchange) {
    return subjectToken -> {
      Unavailable refusal = refusal();
      return refusal == null
          ? asked(exchange, subjectToken)
          : CompletableFuture.completedFuture(refusal);
    };
  }

  /** Returns why a call is not let through, null when it is. */
  private @Nullable Unavailable refusal() {
    State now = state.get();
    if (now instanceof Closed) {
      return null;
    }
    if (now instanceof Open open && left(open).isNegative()) {
      return state.compareAndSet(open, new Trying()) ? null : Unavailable.forNow();
    }
    return now instanceof Open open && open.asked()
        ? new Unavailable(atLeastASecond(left(open)), true)
        : Unavailable.forNow();
  }

  private Duration left(Open open) {
    return Duration.ofNanos(open.until() - time.nanos());
  }

  private static Duration atLeastASecond(Duration wait) {
    return wait.compareTo(SHORTEST_WAIT) < 0 ? SHORTEST_WAIT : wait;
  }

  private CompletableFuture<Outcome> asked(TokenExchange exchange, SubjectToken subjectToken) {
    try {
      return exchange.exchange(subjectToken).whenComplete((outcome, failure) -> learn(outcome));
    } catch (RuntimeException | Error e) {
      learn(null);
      throw e;
    }
  }

  private void learn(@Nullable Outcome outcome) {
    if (outcome == null) {
      state.updateAndGet(this::afterFailure);
    } else if (outcome instanceof Unavailable unavailable) {
      state.updateAndGet(
          before -> unavailable.asked() ? opened(unavailable) : afterFailure(before));
    } else {
      state.updateAndGet(before -> before instanceof Open open && open.asked() ? open : WELL);
    }
  }

  private State opened(Unavailable unavailable) {
    return new Open(time.nanos() + unavailable.retryAfter().toNanos(), true);
  }

  private State afterFailure(State before) {
    if (before instanceof Open) {
      return before;
    }
    boolean goesOn = before instanceof Closed closed && closed.failures() + 1 < FAILURES;
    return goesOn
        ? new Closed(((Closed) before).failures() + 1)
        : new Open(time.nanos() + PAUSE.toNanos(), false);
  }
}
