package co.tambo.auth;

import co.tambo.auth.internal.http.HttpFetch;
import co.tambo.auth.internal.time.TimeSource;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** An authenticator whose clocks can be put forward, and then stand still. Thread-safe. */
public final class ClockedAuthenticator implements AutoCloseable {

  private final TamboAuthenticator authenticator;
  private final StoppableTime time;

  private ClockedAuthenticator(TamboAuthenticator authenticator, StoppableTime time) {
    this.authenticator = authenticator;
    this.time = time;
  }

  /** Returns an authenticator that logs, as a deployed one. */
  public static ClockedAuthenticator of(TamboAuthConfig config) {
    StoppableTime time = new StoppableTime();
    TamboAuthListener listener = TamboAuthListener.logging();
    Assembly assembly = new Assembly(config.policy(), listener, time, HttpFetch.create());
    return new ClockedAuthenticator(
        TamboAuthenticator.of(config, listener, assembly.wiring()), time);
  }

  /** Decides a request. */
  public AuthDecision authenticate(AuthRequest request) {
    return authenticator.authenticate(request);
  }

  /** Puts both clocks forward and stops them. */
  public void stopAhead(Duration duration) {
    time.stopped = new Stopped(time.now().plus(duration), time.nanos() + duration.toNanos());
  }

  @Override
  public void close() {
    authenticator.close();
  }

  private record Stopped(Instant now, long nanos) {}

  private static final class StoppableTime implements TimeSource {

    private final TimeSource machine = TimeSource.system();
    private volatile @Nullable Stopped stopped;

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
}
