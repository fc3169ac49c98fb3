package co.tambo.auth.internal.keys;

import co.tambo.auth.internal.time.TimeSource;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * The fetches that an unknown kid asks for. Whoever comes an interval after a key's publication
 * finds a set that was fetched after it, or a fetch under way, or may start one. Thread-safe,
 * lock-free.
 */
final class ForcedFetches {

  /** From the start of a forced fetch to the next: what a flood of invented kids may cost. */
  static final Duration INTERVAL = Duration.ofSeconds(5);

  /** How many requests with other kids a fetch under way may hold. */
  static final int MAX_BYSTANDERS = 8;

  private final NewestKeySet keys;
  private final TimeSource time;
  private final AtomicReference<@Nullable Forced> latest = new AtomicReference<>();

  ForcedFetches(NewestKeySet keys, TimeSource time) {
    this.keys = keys;
    this.time = time;
  }

  /** Waits for a fetch on behalf of a kid, where one is under way or may be started. */
  void await(@Nullable String kid) throws InterruptedException {
    Forced last = latest.get();
    if (last != null && last.attempt().isUnderWay()) {
      last.await(kid);
    } else if (last == null || isOver(last)) {
      start(last, kid).await(kid);
    }
  }

  private boolean isOver(Forced last) {
    return time.nanos() - last.attempt().startedNanos() >= INTERVAL.toNanos();
  }

  /** Returns a new fetch, or the one of whoever was quicker. */
  private Forced start(@Nullable Forced last, @Nullable String kid) {
    boolean retry = last != null && last.attempt().failedWithin(Refreshes.OUTAGE.toNanos());
    Forced next = new Forced(new Attempt(time, retry), kid, new AtomicInteger());
    if (!latest.compareAndSet(last, next)) {
      return Objects.requireNonNull(latest.get());
    }
    next.attempt().begin(keys);
    return next;
  }

  void close() {
    Forced last = latest.get();
    if (last != null) {
      last.attempt().end(false);
    }
  }

  private record Forced(Attempt attempt, @Nullable String kid, AtomicInteger bystanders) {

    void await(@Nullable String other) throws InterruptedException {
      if (isFor(other) || bystanders.incrementAndGet() <= MAX_BYSTANDERS) {
        attempt.await();
      }
    }

    /** When fetches fail, a flood may repeat one kid to be held: all are bystanders then. */
    private boolean isFor(@Nullable String other) {
      return !attempt.isRetry() && Objects.equals(kid, other);
    }
  }
}
