package co.tambo.auth.internal.opaque;

import co.tambo.auth.internal.Fingerprint;
import co.tambo.auth.internal.time.TimeSource;
import co.tambo.auth.internal.verify.TokenVerifier;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * One inquiry for any number of requests with the same token, and few at once. A verdict is known
 * for 3 seconds more: a refusal, so that a bad token costs its provider little, and a good one, so
 * that whoever comes as the inquiry ends finds it. Thread-safe.
 */
final class SharedInquiries implements TokenVerifier {

  static final int MAX_AT_ONCE = 16;

  private static final Duration DEADLINE = Duration.ofSeconds(4);
  private static final Duration PATIENCE = DEADLINE.dividedBy(10);
  private static final Duration HANDOVER = Duration.ofMillis(250);
  private static final Duration MEMORY = Duration.ofSeconds(3);
  private static final Duration A_MOMENT = Duration.ofSeconds(1);
  private static final Duration A_WHILE = Duration.ofSeconds(5);
  private static final int REMEMBERED = 10_000;

  private final Inquiry inquiry;
  private final TimeSource time;
  private final Semaphore turns = new Semaphore(MAX_AT_ONCE);
  private final ConcurrentMap<Fingerprint, CompletableFuture<Verdict>> underWay =
      new ConcurrentHashMap<>();
  private final Cache<Fingerprint, Verdict> recent;

  SharedInquiries(Inquiry inquiry, TimeSource time) {
    this.inquiry = inquiry;
    this.time = time;
    this.recent =
        Caffeine.newBuilder()
            .maximumSize(REMEMBERED)
            .expireAfterWrite(MEMORY)
            .ticker(time::nanos)
            .executor(Runnable::run)
            .build();
  }

  @Override
  public Verdict verify(String token) {
    Fingerprint fingerprint = Fingerprint.of(new byte[0], token);
    Verdict known = known(fingerprint);
    return known == null ? await(joined(fingerprint, token)) : known;
  }

  private @Nullable Verdict known(Fingerprint fingerprint) {
    Verdict verdict = recent.getIfPresent(fingerprint);
    Instant until = verdict instanceof Accepted accepted ? accepted.until() : null;
    return until == null || time.now().isBefore(until) ? verdict : null;
  }

  private CompletableFuture<Verdict> joined(Fingerprint fingerprint, String token) {
    CompletableFuture<Verdict> mine = new CompletableFuture<>();
    CompletableFuture<Verdict> others = underWay.putIfAbsent(fingerprint, mine);
    if (others != null) {
      return others;
    }
    var unused =
        begin(fingerprint, token)
            .whenComplete((verdict, failure) -> land(fingerprint, mine, verdict, failure));
    return mine;
  }

  /** Another inquiry may have landed since this thread looked. */
  private CompletableFuture<Verdict> begin(Fingerprint fingerprint, String token) {
    Verdict known = known(fingerprint);
    if (known != null) {
      return CompletableFuture.completedFuture(known);
    }
    Deadline deadline = Deadline.in(DEADLINE, time);
    return takeTurn()
        ? inTurn(token, deadline)
        : CompletableFuture.completedFuture(unavailable("provider_busy", A_MOMENT));
  }

  private CompletableFuture<Verdict> inTurn(String token, Deadline deadline) {
    return begun(token, deadline).whenComplete((verdict, failure) -> turns.release());
  }

  private CompletableFuture<Verdict> begun(String token, Deadline deadline) {
    try {
      return inquiry.about(token, deadline);
    } catch (RuntimeException | Error e) {
      return CompletableFuture.failedFuture(e);
    }
  }

  private boolean takeTurn() {
    try {
      return turns.tryAcquire(PATIENCE.toNanos(), TimeUnit.NANOSECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  private void land(
      Fingerprint fingerprint,
      CompletableFuture<Verdict> flight,
      @Nullable Verdict verdict,
      @Nullable Throwable failure) {
    if (verdict instanceof Accepted || verdict instanceof Refused) {
      recent.put(fingerprint, verdict);
    }
    underWay.remove(fingerprint, flight);
    if (failure != null) {
      flight.completeExceptionally(failure);
    } else {
      flight.complete(verdict);
    }
  }

  private Verdict await(CompletableFuture<Verdict> verdict) {
    try {
      return verdict.get(DEADLINE.plus(HANDOVER).toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return unavailable("provider_unavailable", A_WHILE);
    } catch (TimeoutException e) {
      return unavailable("provider_unavailable", A_WHILE);
    } catch (ExecutionException e) {
      throw new IllegalStateException("an inquiry never fails", e.getCause());
    }
  }

  private Unavailable unavailable(String reason, Duration retryAfter) {
    return new Unavailable(inquiry.issuer(), retryAfter, reason);
  }
}
