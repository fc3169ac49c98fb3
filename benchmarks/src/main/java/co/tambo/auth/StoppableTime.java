package co.tambo.auth;

import co.tambo.auth.internal.time.TimeSource;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** The machine's clocks, which can be put forward, and then stand still. Thread-safe. */
public final class StoppableTime implements TimeSource {

  private final TimeSource machine = TimeSource.system();
  private volatile @Nullable Stopped stopped;

  private record Stopped(Instant now, long nanos) {}

  /** Puts both clocks forward and stops them. */
  public void stopAhead(Duration duration) {
    stopped = new Stopped(now().plus(duration), nanos() + duration.toNanos());
  }

  @Override
  public Instant now() {
    Stopped at = stopped;
    return at == null ? machine.now() : at.now();
  }

  @Override
  public long nanos() {
    Stopped at = stopped;
    return at == null ? machine.nanos() : at.nanos();
  }
}
