package co.tambo.benchmarks;

import co.tambo.auth.AuthDecision;
import co.tambo.auth.ClockedAuthenticator;
import co.tambo.auth.StoppableTime;
import co.tambo.auth.TamboAuthenticator;
import co.tambo.auth.testing.FakeIssuer;
import co.tambo.auth.testing.FakeTambo;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.locks.LockSupport;

/**
 * Says what a user waits for as the Tambo token ends, in ms, the median of some users: at the first
 * request; at the slowest of those while the token is renewed; after the old token's end; and after
 * its end where nobody asked in time for a renewal.
 */
final class RenewalProbe {

  /** How long Tambo thinks before it answers. */
  static final Duration DELAY = Duration.ofMillis(100);

  private static final int USERS = 20;
  private static final Duration INTO_WINDOW = Duration.ofMinutes(56);
  private static final Duration PAST_END = Duration.ofMinutes(5);

  private RenewalProbe() {}

  public static void main(String[] arguments) {
    double[][] times = new double[4][USERS];
    for (int i = 0; i < USERS; i++) {
      measure(i, times);
    }
    StringBuilder line = new StringBuilder("waited");
    for (double[] moment : times) {
      Arrays.sort(moment);
      line.append(' ').append(moment[USERS / 2]);
    }
    System.out.println(line);
  }

  private static void measure(int user, double[][] times) {
    StoppableTime time = new StoppableTime();
    try (FakeIssuer issuer = FakeIssuer.start();
        FakeTambo tambo = FakeTambo.start(time::now).trust(issuer);
        TamboAuthenticator authenticator =
            ClockedAuthenticator.of(ExchangeBenchmark.config(issuer, tambo, "required"), time)) {
      tambo.answerExchangesWith(
          request -> {
            pause(DELAY);
            return tambo.normalAnswer(request);
          });
      TokenRequest request =
          new TokenRequest("Bearer " + issuer.token("alice").expiresIn(Duration.ofDays(1)).text());
      times[0][user] = waited(authenticator, request);
      time.stopAhead(INTO_WINDOW);
      times[1][user] = slowest(authenticator, request, DELAY.multipliedBy(3));
      time.stopAhead(PAST_END);
      times[2][user] = waited(authenticator, request);
      requireExchanges(tambo, 2);
      time.stopAhead(INTO_WINDOW.plus(PAST_END));
      times[3][user] = waited(authenticator, request);
      requireExchanges(tambo, 3);
    }
  }

  private static double slowest(
      TamboAuthenticator authenticator, TokenRequest request, Duration duration) {
    double slowest = 0;
    for (long end = System.nanoTime() + duration.toNanos(); System.nanoTime() < end; ) {
      slowest = Math.max(slowest, waited(authenticator, request));
      pause(Duration.ofMillis(1));
    }
    return slowest;
  }

  private static double waited(TamboAuthenticator authenticator, TokenRequest request) {
    long before = System.nanoTime();
    boolean admitted = authenticator.authenticate(request) instanceof AuthDecision.Admitted;
    if (!admitted) {
      throw new IllegalStateException("a good token is refused");
    }
    return (System.nanoTime() - before) / 1e6;
  }

  private static void pause(Duration duration) {
    long end = System.nanoTime() + duration.toNanos();
    for (long left = duration.toNanos(); left > 0; left = end - System.nanoTime()) {
      LockSupport.parkNanos(left);
    }
  }

  private static void requireExchanges(FakeTambo tambo, int count) {
    if (tambo.exchanges() != count) {
      throw new IllegalStateException(
          tambo.exchanges() + " exchanges where " + count + " were due");
    }
  }
}
