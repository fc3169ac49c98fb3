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
 * the token itself is not kept. Thread-safe.
 *
 * @param <I> the identity
 */
public final class CachingVerifier<I> {

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
            .expireAfter(Expiry.<Fingerprint, Known<I>>creating((key, known) -> remaining(known)))
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

  private record Known<I>(Accepted accepted, Good<I> good) {}

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
    verdicts.put(fingerprint, new Known<>(accepted, good));
    return good;
  }

  private Judged<I> again(Fingerprint fingerprint, String token, Known<I> known) {
    if (!time.now().isBefore(end(known))) {
      return known.accepted().until() == null
          ? forget(fingerprint, Rejection.EXPIRED, known)
          : anew(fingerprint, token);
    }
    KeySource.Lookup standing = known.accepted().standing().now();
    if (standing instanceof KeySource.NoSuchKey) {
      return forget(fingerprint, Rejection.KEY_WITHDRAWN, known);
    }
    return standing instanceof KeySource.Unavailable unavailable
        ? new Bad<>(new Unavailable(issuer(known), unavailable.retryAfter()))
        : known.good();
  }

  private Judged<I> anew(Fingerprint fingerprint, String token) {
    verdicts.invalidate(fingerprint);
    return first(fingerprint, token);
  }

  private Judged<I> forget(Fingerprint fingerprint, Rejection rejection, Known<I> known) {
    verdicts.invalidate(fingerprint);
    return new Bad<>(new Refused(rejection, issuer(known), ""));
  }

  private Duration remaining(Known<I> known) {
    Duration remaining = Duration.between(time.now(), end(known));
    return remaining.isNegative() ? Duration.ZERO : remaining;
  }

  private static Instant end(Known<?> known) {
    Instant until = known.accepted().until();
    VerifiedToken token = known.good().token();
    return until != null ? until : token.expiresAt().plus(token.provider().clockSkew());
  }

  private static String issuer(Known<?> known) {
    return Objects.requireNonNullElse(known.good().token().issuer(), "");
  }
}
