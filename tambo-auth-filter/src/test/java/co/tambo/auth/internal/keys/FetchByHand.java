package co.tambo.auth.internal.keys;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Fetches that end when a test wants them to: at once with an outcome, or when released. */
final class FetchByHand implements KeySetFetch {

  private final AtomicInteger started = new AtomicInteger();
  private final List<CompletableFuture<Outcome>> held = new CopyOnWriteArrayList<>();
  private volatile @Nullable Supplier<Outcome> answer;

  @Override
  public CompletableFuture<Outcome> fetch() {
    started.incrementAndGet();
    Supplier<Outcome> now = answer;
    if (now != null) {
      return CompletableFuture.completedFuture(now.get());
    }
    CompletableFuture<Outcome> later = new CompletableFuture<>();
    held.add(later);
    return later;
  }

  /** Fetches from now on find these keys. */
  void publishes(TestKey... keys) {
    answer = () -> keys(keys);
  }

  /** Fetches from now on find these keys and how long they may be kept. */
  void publishesFor(Duration maxAge, TestKey... keys) {
    answer = () -> new Fetched(TestKey.admitted(keys), List.of(), Optional.of(maxAge));
  }

  /** Fetches from now on fail. */
  void fails() {
    answer = () -> new Failed("down");
  }

  /** Fetches from now on wait. */
  void hangs() {
    answer = null;
  }

  /** Ends the waiting fetches. */
  void release(Outcome outcome) {
    held.forEach(fetch -> fetch.complete(outcome));
    held.clear();
  }

  int started() {
    return started.get();
  }

  static Fetched keys(TestKey... keys) {
    return new Fetched(TestKey.admitted(keys), List.of(), Optional.empty());
  }
}
