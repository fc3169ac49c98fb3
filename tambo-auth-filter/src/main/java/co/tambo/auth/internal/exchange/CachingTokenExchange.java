package co.tambo.auth.internal.exchange;

import co.tambo.auth.internal.Fingerprint;
import co.tambo.auth.internal.time.TimeSource;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Expiry;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * Remembers outcomes by fingerprint: a token until it expires on either clock, a refusal for 3
 * seconds, because Tambo refuses tokens also in outages of its own. Renews a token shortly before
 * it expires, while it goes on serving. Starts no thread.
 */
final class CachingTokenExchange implements TokenExchange {

  static final int MAX_ENTRIES = 10_000;

  private final TokenExchange exchange;
  private final TokenExchange renewal;
  private final TimeSource time;
  private final Cache<Fingerprint, Remembered> cache;

  /**
   * Remembers the outcomes of an exchange.
   *
   * @param renewal the same exchange for calls that nobody waits for; its futures never fail
   */
  CachingTokenExchange(
      TokenExchange exchange, TokenExchange renewal, TimeSource time, int maxEntries) {
    this.exchange = exchange;
    this.renewal = renewal;
    this.time = time;
    this.cache =
        Caffeine.newBuilder()
            .maximumSize(maxEntries)
            .expireAfter(Expiry.<Fingerprint, Remembered>writing((key, kept) -> kept.life()))
            .ticker(time::nanos)
            .executor(Runnable::run)
            .build();
  }

  @Override
  public Optional<Outcome> known(SubjectToken subjectToken) {
    Remembered remembered = cache.getIfPresent(subjectToken.fingerprint());
    if (remembered == null || !remembered.isValid(time.now())) {
      return Optional.empty();
    }
    if (remembered.claimRenewal(time.nanos())) {
      renew(subjectToken, remembered);
    }
    return Optional.of(remembered.outcome());
  }

  @Override
  public CompletableFuture<Outcome> exchange(SubjectToken subjectToken) {
    Optional<Outcome> known = known(subjectToken);
    return known.isPresent()
        ? CompletableFuture.completedFuture(known.get())
        : exchange
            .exchange(subjectToken)
            .whenComplete((outcome, failure) -> remember(subjectToken, outcome));
  }

  private void remember(SubjectToken subjectToken, @Nullable Outcome outcome) {
    if (outcome != null) {
      keep(subjectToken, Remembered.of(outcome, subjectToken.expiresAt(), time));
    }
  }

  private void keep(SubjectToken subjectToken, Remembered remembered) {
    if (remembered.life().compareTo(Duration.ZERO) > 0) {
      cache.put(subjectToken.fingerprint(), remembered);
    }
  }

  private void renew(SubjectToken subjectToken, Remembered old) {
    var unused =
        renewal
            .exchange(subjectToken)
            .whenComplete((outcome, failure) -> settle(subjectToken, old, outcome));
  }

  private void settle(SubjectToken subjectToken, Remembered old, @Nullable Outcome outcome) {
    if (outcome instanceof Issued) {
      Remembered renewed = Remembered.of(outcome, subjectToken.expiresAt(), time);
      if (renewed.outlives(old)) {
        keep(subjectToken, renewed);
        return;
      }
    }
    old.postponeRenewal(time.nanos());
  }

  @Override
  public void close() {
    cache.invalidateAll();
  }
}
