package co.tambo.auth.internal.exchange;

import co.tambo.auth.internal.exchange.TokenExchange.Issued;
import co.tambo.auth.internal.exchange.TokenExchange.Outcome;
import co.tambo.auth.internal.exchange.TokenExchange.Unavailable;
import co.tambo.auth.internal.time.TimeSource;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * An outcome, how long it may be given again, and when to renew it. It ends by the wall clock or by
 * its age, whichever comes first: set forward, a clock ends a token; set back, it prolongs none.
 */
final class Remembered {

  private static final Duration LONGEST_LIFE = Duration.ofHours(1);
  private static final Duration LONGEST_FAILURE = Duration.ofSeconds(3);
  private static final Duration LONGEST_RENEWAL = Duration.ofMinutes(5);
  private static final Duration RENEWAL_PACE = Duration.ofSeconds(5);
  private static final Duration NOTABLY = Duration.ofMinutes(1);
  private static final long NOT_SOON = Long.MAX_VALUE / 2;

  private final Outcome outcome;
  private final Duration life;
  private final Instant until;
  private final boolean renewable;
  private final AtomicLong renewalDue;

  private Remembered(Outcome outcome, Duration life, boolean renewable, TimeSource time) {
    this.outcome = outcome;
    this.life = life;
    this.until = time.now().plus(life);
    this.renewable = renewable;
    this.renewalDue = new AtomicLong(time.nanos() + life.minus(renewalWindow(life)).toNanos());
  }

  /**
   * Returns how an outcome is to be remembered from now on.
   *
   * @param subjectExpiry when the subject token expires, null when unknown
   */
  static Remembered of(Outcome outcome, @Nullable Instant subjectExpiry, TimeSource time) {
    Duration life = life(outcome, time.now());
    return new Remembered(outcome, life, isRenewable(outcome, life, subjectExpiry), time);
  }

  private static Duration life(Outcome outcome, Instant now) {
    if (outcome instanceof Issued issued) {
      return shorter(LONGEST_LIFE, Duration.between(now, issued.token().expiresAt()));
    }
    if (outcome instanceof Unavailable unavailable) {
      return unavailable.asked()
          ? shorter(LONGEST_FAILURE, unavailable.retryAfter())
          : Duration.ZERO;
    }
    return LONGEST_FAILURE;
  }

  /** Tambo never lets a token outlive its subject token, so renewal must have room to gain. */
  private static boolean isRenewable(
      Outcome outcome, Duration life, @Nullable Instant subjectExpiry) {
    if (!(outcome instanceof Issued issued)) {
      return false;
    }
    return subjectExpiry == null
        ? life.compareTo(LONGEST_LIFE.minus(NOTABLY)) > 0
        : subjectExpiry.isAfter(issued.token().expiresAt().plus(NOTABLY));
  }

  private static Duration renewalWindow(Duration life) {
    return shorter(LONGEST_RENEWAL, life.dividedBy(10));
  }

  private static Duration shorter(Duration one, Duration other) {
    return one.compareTo(other) < 0 ? one : other;
  }

  Outcome outcome() {
    return outcome;
  }

  /** Returns how long the outcome may be given again; not above zero when not at all. */
  Duration life() {
    return life;
  }

  /** Returns whether the wall clock still permits the outcome. */
  boolean isValid(Instant now) {
    return now.isBefore(until);
  }

  /** Returns whether the outcome ends later than another. */
  boolean outlives(Remembered other) {
    return until.isAfter(other.until);
  }

  /** Returns whether to renew now; true for one caller only, until {@link #postponeRenewal}. */
  boolean claimRenewal(long nanos) {
    long due = renewalDue.get();
    return renewable && nanos - due >= 0 && renewalDue.compareAndSet(due, nanos + NOT_SOON);
  }

  /** Lets the renewal be tried again after a while. */
  void postponeRenewal(long nanos) {
    renewalDue.set(nanos + RENEWAL_PACE.toNanos());
  }
}
