package co.tambo.auth.internal.time;

import java.time.Clock;
import java.time.Instant;

/**
 * The two clocks: the wall, for what tokens say, and a monotonic one, for the age of what is
 * cached.
 */
public interface TimeSource {

  /** Returns the wall-clock time. */
  Instant now();

  /** Returns nanoseconds from an arbitrary origin; never goes back. */
  long nanos();

  /** Returns the machine's clocks. The only place that reads them. */
  static TimeSource system() {
    Clock clock = Clock.systemUTC();
    return new TimeSource() {
      @Override
      public Instant now() {
        return clock.instant();
      }

      @Override
      public long nanos() {
        return System.nanoTime();
      }
    };
  }
}
