package co.tambo.servers.process;

import java.time.Duration;

/** A bound on how long something may take, counted from its creation. Immutable, thread-safe. */
public final class Deadline {

  private final long start = System.nanoTime();
  private final Duration limit;

  private Deadline(Duration limit) {
    this.limit = limit;
  }

  /** Returns a deadline that passes after this time, which begins now. */
  public static Deadline after(Duration limit) {
    return new Deadline(limit);
  }

  /** Returns the time since its creation. */
  public Duration elapsed() {
    return Duration.ofNanos(System.nanoTime() - start);
  }

  /** Returns the time that is left, zero once it has passed. */
  public Duration remaining() {
    Duration left = limit.minus(elapsed());
    return left.isNegative() ? Duration.ZERO : left;
  }

  /** Returns whether nothing of it is left. */
  public boolean passed() {
    return remaining().isZero();
  }

  /** Returns the shorter one of a time and what is left, at least a millisecond. */
  public Duration atMost(Duration time) {
    Duration shorter = time.compareTo(remaining()) < 0 ? time : remaining();
    return shorter.compareTo(Duration.ofMillis(1)) < 0 ? Duration.ofMillis(1) : shorter;
  }

  /** Returns the limit in whole seconds, as in {@code 90 s}. */
  @Override
  public String toString() {
    return limit.toSeconds() + " s";
  }
}
