package co.tambo.auth.internal.keys;

import co.tambo.auth.internal.keys.KeySet.Age;
import co.tambo.auth.internal.time.TimeSource;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * The fetches that the age of the keys asks for: ahead of their end in the background, at their end
 * awaited, through an outage in the background again. One at a time. Thread-safe, lock-free.
 */
final class Refreshes {

  /** After a failure, how long requests that have no keys are refused without another try. */
  static final Duration RESPITE = Duration.ofSeconds(3);

  /** Between two tries while old keys serve. */
  static final Duration PACE = Duration.ofSeconds(5);

  /** A failure this recent means an outage: old keys serve without another wait. */
  static final Duration OUTAGE = Duration.ofMinutes(1);

  private final NewestKeySet keys;
  private final TimeSource time;
  private final AtomicReference<@Nullable Attempt> latest = new AtomicReference<>();

  Refreshes(NewestKeySet keys, TimeSource time) {
    this.keys = keys;
    this.time = time;
  }

  /**
   * What a search saw before it looked at the keys: a fetch that had ended by then had put its keys
   * in place, so that none is started for keys that are already there.
   */
  private record Seen(@Nullable Attempt last, boolean underWay) {

    boolean failedWithin(Duration duration) {
      return last != null && !underWay && last.failedWithin(duration.toNanos());
    }

    boolean isOutage() {
      return underWay ? last != null && last.isRetry() : failedWithin(OUTAGE);
    }
  }

  private Seen look() {
    Attempt last = latest.get();
    return new Seen(last, last != null && last.isUnderWay());
  }

  /** Returns the keys to serve with, null when there are none at present. */
  @Nullable KeySet serving() throws InterruptedException {
    KeySet fresh = keys.get();
    if (fresh != null && fresh.age(time.nanos()) == Age.FRESH) {
      return fresh;
    }
    Seen seen = look();
    KeySet set = keys.get();
    Age age = set == null ? Age.GONE : set.age(time.nanos());
    if (age == Age.AGEING || (age == Age.STALE && seen.isOutage())) {
      tryAgain(seen, PACE);
      return set;
    }
    return age == Age.FRESH ? set : awaited(seen);
  }

  private @Nullable KeySet awaited(Seen seen) throws InterruptedException {
    Attempt attempt = tryAgain(seen, RESPITE);
    if (attempt != null) {
      attempt.await();
    }
    KeySet set = keys.get();
    return set == null || set.age(time.nanos()) == Age.GONE ? null : set;
  }

  /** Returns the fetch under way, or a new one; null so soon after a failure. */
  private @Nullable Attempt tryAgain(Seen seen, Duration pause) {
    if (seen.underWay()) {
      return seen.last();
    }
    if (seen.failedWithin(pause)) {
      return null;
    }
    Attempt next = new Attempt(time, seen.failedWithin(OUTAGE));
    if (!latest.compareAndSet(seen.last(), next)) {
      return latest.get();
    }
    next.begin(keys);
    return next;
  }

  void close() {
    Attempt last = latest.get();
    if (last != null) {
      last.end(false);
    }
  }
}
