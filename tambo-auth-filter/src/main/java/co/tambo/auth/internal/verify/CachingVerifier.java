package co.tambo.auth.internal.verify;

import co.tambo.auth.internal.Fingerprint;
import co.tambo.auth.internal.Rejection;
import co.tambo.auth.internal.keys.KeySource;
import co.tambo.auth.internal.time.TimeSource;
import co.tambo.auth.internal.verify.TokenVerifier.Accepted;
import co.tambo.auth.internal.verify.TokenVerifier.Refused;
import co.tambo.auth.internal.verify.TokenVerifier.Unavailable;
import co.tambo.auth.internal.verify.TokenVerifier.Verdict;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Expiry;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.function.Function;

/**
 * Remembers good verdicts by fingerprint, each with the identity that was made of it. A remembered
 * verdict outlives neither the token, by both clocks, nor the key that signed it, nor its own end;
 * the token itself is not kept. That a token has expired is remembered for three seconds more.
 * Thread-safe.
 *
 * @param <I> the identity
 */
public final class CachingVerifier<I> {

  private static final Duration LONGEST_LIFE = Duration.ofDays(1);
  private static final Duration EXPIRED_REMEMBERED = Duration.ofSeconds(3);

  private final TokenVerifier verifier;
  private final Function<VerifiedToken, I> identities;
  private final TimeSource time;
  private final Cache<Fingerprint, Known<I>> verdicts;

  /** Creates a cache in front of a verifier that holds at most {@code maxSize} verdicts. */
  public CachingVerifier(
      TokenVerifier verifier, Function<VerifiedToken, I> identities, TimeSource time, int maxSize) {
    this.verifier = verifier;
    this.identities = identities;
    this.time = time;
    this.verdicts =
        Caffeine.newBuilder()
            .maximumSize(maxSize)
            .expireAfter(Expiry.<Fingerprint, Known<I>>creating((key, known) -> remembered(known)))
            .ticker(time::nanos)
            .executor(Runnable::run)
            .build();
  }

  /**
   * What came of a verification.
   *
   * @param <I> the identity
   */
  public sealed interface Judged<I> {}

  /**
   * The token is good.
   *
   * @param <I> the identity
   */
  public record Good<I>(VerifiedToken token, I identity) implements Judged<I> {}

  /**
   * The token is not good, or nobody can tell.
   *
   * @param <I> the identity
   */
  public record Bad<I>(Verdict verdict) implements Judged<I> {}

  /** A good verdict, and when it ends by each clock. */
  private record Known<I>(Accepted accepted, Good<I> good, Instant end, long endNanos) {}

  /** Verifies a token whose fingerprint is known. */
  public Judged<I> verify(Fingerprint fingerprint, String token) {
    Known<I> known = verdicts.getIfPresent(fingerprint);
    return known == null ? first(fingerprint, token) : again(fingerprint, token, known);
  }

  private Judged<I> first(Fingerprint fingerprint, String token) {
    Verdict verdict = verifier.verify(token);
    if (!(verdict instanceof Accepted accepted)) {
      return new Bad<>(verdict);
    }
    Good<I> good = new Good<>(accepted.token(), identities.apply(accepted.token()));
    verdicts.put(fingerprint, known(accepted, good));
    return good;
  }

  private Known<I> known(Accepted accepted, Good<I> good) {
    VerifiedToken token = accepted.token();
    Instant end =
        Objects.requireNonNullElseGet(
            accepted.until(), () -> token.expiresAt().plus(token.provider().clockSkew()));
    Duration left = Duration.between(time.now(), end);
    Duration life = left.compareTo(LONGEST_LIFE) < 0 ? left : LONGEST_LIFE;
    return new Known<>(accepted, good, end, time.nanos() + life.toNanos());
  }

  private Judged<I> again(Fingerprint fingerprint, String token, Known<I> known) {
    if (!time.now().isBefore(known.end())) {
      return known.accepted().until() == null
          ? new Bad<>(new Refused(Rejection.EXPIRED, issuer(known), ""))
          : anew(fingerprint, token);
    }
    if (time.nanos() - known.endNanos() >= 0) {
      return anew(fingerprint, token);
    }
    KeySource.Lookup standing = known.accepted().standing().now();
    if (standing instanceof KeySource.NoSuchKey) {
      verdicts.invalidate(fingerprint);
      return new Bad<>(new Refused(Rejection.KEY_WITHDRAWN, issuer(known), ""));
    }
    return standing instanceof KeySource.Unavailable unavailable
        ? new Bad<>(new Unavailable(issuer(known), unavailable.retryAfter()))
        : known.good();
  }

  private Judged<I> anew(Fingerprint fingerprint, String token) {
    verdicts.invalidate(fingerprint);
    return first(fingerprint, token);
  }

  private Duration remembered(Known<I> known) {
    Duration remaining = Duration.ofNanos(known.endNanos() - time.nanos());
    return remaining.isNegative() ? Duration.ZERO : remaining.plus(EXPIRED_REMEMBERED);
  }

  private static String issuer(Known<?> known) {
    return Objects.requireNonNullElse(known.good().token().issuer(), "");
  }
}
