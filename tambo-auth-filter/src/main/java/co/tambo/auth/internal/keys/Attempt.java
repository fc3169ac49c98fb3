package co.tambo.auth.internal.keys;

import co.tambo.auth.internal.time.TimeSource;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** One fetch, shared by all who wait for it. Thread-safe. */
final class Attempt {

  /** A fetch ends by its own deadline; this only keeps a defect from holding requests. */
  private static final long PATIENCE_MILLIS = KeySetFetch.DEADLINE.toMillis() + 1000;

  private record End(boolean succeeded, long nanos) {}

  private final CompletableFuture<End> end = new CompletableFuture<>();
  private final TimeSource time;
  private final long startedNanos;
  private final boolean retry;

  /**
   * Creates an attempt that has not begun.
   *
   * @param retry whether the one before has failed not long ago
   */
  Attempt(TimeSource time, boolean retry) {
    this.time = time;
    this.startedNanos = time.nanos();
    this.retry = retry;
  }

  /** Whoever closes ends the attempts that it sees; one that it does not see, ends by itself. */
  @SuppressWarnings("FutureReturnValueIgnored") // an action
  void begin(NewestKeySet keys) {
    keys.fetch().thenAccept(this::end);
    if (keys.isClosed()) {
      end(false);
    }
  }

  void end(boolean succeeded) {
    end.complete(new End(succeeded, time.nanos()));
  }

  /** Waits for the end; an interrupt ends the wait, not the fetch. */
  void await() throws InterruptedException {
    try {
      End unused = end.get(PATIENCE_MILLIS, TimeUnit.MILLISECONDS);
    } catch (ExecutionException | TimeoutException defect) {
      return;
    }
  }

  boolean isUnderWay() {
    return !end.isDone();
  }

  boolean isRetry() {
    return retry;
  }

  long startedNanos() {
    return startedNanos;
  }

  /** Returns whether this has failed, and ended less than so many nanoseconds ago. */
  boolean failedWithin(long nanos) {
    if (isUnderWay()) {
      return false;
    }
    End known = end.join();
    return !known.succeeded() && time.nanos() - known.nanos() < nanos;
  }
}
