package co.tambo.auth.internal.keys;

import co.tambo.auth.internal.config.KeySettings;
import co.tambo.auth.internal.keys.KeySet.Age;
import co.tambo.auth.internal.keys.KeySetFetch.Failed;
import co.tambo.auth.internal.keys.KeySetFetch.Fetched;
import co.tambo.auth.internal.time.TimeSource;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** The newest key set; a failed fetch leaves it as it is. Thread-safe, lock-free. */
final class NewestKeySet {

  private static final Duration SHORTEST_LIFE = Duration.ofMinutes(1);

  private final KeySetFetch fetch;
  private final TimeSource time;
  private final KeySettings settings;
  private final KeyFetchListener listener;
  private final AtomicLong fetches = new AtomicLong();
  private final AtomicReference<@Nullable KeySet> newest = new AtomicReference<>();
  private volatile boolean closed;

  NewestKeySet(
      KeySetFetch fetch, TimeSource time, KeySettings settings, KeyFetchListener listener) {
    this.fetch = fetch;
    this.time = time;
    this.settings = settings;
    this.listener = listener;
  }

  /** Returns the newest set whatever its age, null before the first one. */
  @Nullable KeySet get() {
    return newest.get();
  }

  /** Fetches a set; the future tells whether that succeeded, after the set is in place. */
  CompletableFuture<Boolean> fetch() {
    long number = fetches.incrementAndGet();
    long started = time.nanos();
    return CompletableFuture.completedFuture(fetch)
        .thenCompose(KeySetFetch::fetch)
        .exceptionally(NewestKeySet::failed)
        .thenApply(outcome -> settle(outcome, number, started))
        .exceptionally(listenerThrew -> false);
  }

  private static KeySetFetch.Outcome failed(Throwable thrown) {
    Throwable cause = thrown.getCause();
    Throwable defect = thrown instanceof CompletionException && cause != null ? cause : thrown;
    return new Failed("the key set could not be read: " + defect.getClass().getName());
  }

  private boolean settle(KeySetFetch.Outcome outcome, long number, long started) {
    if (closed) {
      return false;
    }
    if (outcome instanceof Fetched fetched) {
      put(new KeySet(number, fetched.keys(), started, life(fetched.maxAge()), settings.horizon()));
      listener.fetched(usable(), String.join(" ", fetched.problems()));
      return true;
    }
    listener.fetched(usable(), ((Failed) outcome).problem());
    return false;
  }

  /** A fetch that was overtaken by a later one has nothing new to say. */
  private void put(KeySet set) {
    newest.updateAndGet(
        earlier -> {
          if (earlier == null) {
            return set;
          }
          return earlier.number() < set.number() ? set.keeping(earlier) : earlier;
        });
  }

  private Duration life(Optional<Duration> maxAge) {
    return maxAge
        .map(age -> age.compareTo(SHORTEST_LIFE) < 0 ? SHORTEST_LIFE : age)
        .filter(age -> age.compareTo(settings.refresh()) < 0)
        .orElse(settings.refresh());
  }

  private int usable() {
    KeySet set = newest.get();
    return set == null || set.age(time.nanos()) == Age.GONE ? 0 : set.keys().size();
  }

  void close() {
    closed = true;
  }

  boolean isClosed() {
    return closed;
  }
}
