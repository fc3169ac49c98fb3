package co.tambo.auth.internal.opaque;

import co.tambo.auth.internal.time.TimeSource;
import java.time.Duration;

/** The one deadline of all calls about a token. Immutable. */
final class Deadline {

  private final TimeSource time;
  private final long end;

  private Deadline(TimeSource time, long end) {
    this.time = time;
    this.end = end;
  }

  static Deadline in(Duration duration, TimeSource time) {
    return new Deadline(time, time.nanos() + duration.toNanos());
  }

  /** Returns the time that is left, never negative. */
  Duration left() {
    return Duration.ofNanos(Math.max(0, end - time.nanos()));
  }
}
