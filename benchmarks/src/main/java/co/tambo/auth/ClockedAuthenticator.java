package co.tambo.auth;

import co.tambo.auth.internal.http.HttpFetch;
import co.tambo.auth.internal.time.TimeSource;
import java.time.Duration;
import java.time.Instant;

/** An authenticator whose clocks can be put forward. Thread-safe. */
public final class ClockedAuthenticator implements AutoCloseable {

  private final TamboAuthenticator authenticator;
  private final AheadTime time;

  private ClockedAuthenticator(TamboAuthenticator authenticator, AheadTime time) {
    this.authenticator = authenticator;
    this.time = time;
  }

  /** Returns an authenticator that logs, as a deployed one. */
  public static ClockedAuthenticator of(TamboAuthConfig config) {
    AheadTime time = new AheadTime();
    TamboAuthListener listener = TamboAuthListener.logging();
    Assembly assembly = new Assembly(config.policy(), listener, time, HttpFetch.create());
    return new ClockedAuthenticator(
        TamboAuthenticator.of(config, listener, assembly.wiring()), time);
  }

  /** Decides a request. */
  public AuthDecision authenticate(AuthRequest request) {
    return authenticator.authenticate(request);
  }

  /** Puts both clocks forward. */
  public void advance(Duration duration) {
    time.ahead = duration;
  }

  @Override
  public void close() {
    authenticator.close();
  }

  private static final class AheadTime implements TimeSource {

    private final TimeSource machine = TimeSource.system();
    private volatile Duration ahead = Duration.ZERO;

    @Override
    public Instant now() {
      Duration by = ahead;
      return by.isZero() ? machine.now() : machine.now().plus(by);
    }

    @Override
    public long nanos() {
      return machine.nanos() + ahead.toNanos();
    }
  }
}
