package co.tambo.auth.internal.time;

import java.time.Duration;
import java.time.Instant;

/** Clocks that stand still until a test moves them. Thread-safe. */
public final class TestTime implements TimeSource {

  private volatile Instant now = Instant.parse("2026-11-21T00:00:00Z");
  private volatile long nanos;

  @Override
  public Instant now() {
    return now;
  }

  @Override
  public long nanos() {
    return nanos;
  }

  /** Lets time pass on both clocks. */
  public synchronized void advance(Duration duration) {
    now = now.plus(duration);
    nanos += duration.toNanos();
  }

  /** Sets the wall clock forward or back, as an operator does; the monotonic clock stays. */
  public synchronized void moveWall(Duration duration) {
    now = now.plus(duration);
  }
}
