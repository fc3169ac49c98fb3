package co.tambo.auth.internal.verify;

import co.tambo.auth.internal.Rejection;
import co.tambo.auth.internal.TokenRejectedException;
import co.tambo.auth.internal.config.ProviderSettings;
import co.tambo.auth.internal.jose.CompactJws;
import co.tambo.auth.internal.jose.JwsAlgorithm;
import co.tambo.auth.internal.jose.Signatures;
import co.tambo.auth.internal.jose.VerificationKey;
import co.tambo.auth.internal.keys.KeySource;
import co.tambo.auth.internal.providers.TokenView;
import co.tambo.auth.internal.time.TimeSource;
import co.tambo.auth.internal.verify.TokenVerifier.Accepted;
import co.tambo.auth.internal.verify.TokenVerifier.Unavailable;
import co.tambo.auth.internal.verify.TokenVerifier.Verdict;
import java.util.Objects;
import java.util.Optional;

/** One provider: its algorithms, its keys, its claim rules, asked in this order. */
final class Provider {

  private final ProviderSettings settings;
  private final KeySource keys;
  private final ClaimRules rules;

  Provider(ProviderSettings settings, KeySource keys, TimeSource time) {
    this.settings = settings;
    this.keys = keys;
    this.rules = new ClaimRules(settings, time);
  }

  Verdict verify(CompactJws jws, Claims claims) throws TokenRejectedException {
    JwsAlgorithm algorithm = jws.algorithm();
    if (!settings.algorithms().contains(algorithm)) {
      throw new TokenRejectedException(Rejection.ALGORITHM_NOT_ALLOWED);
    }
    KeySource.Lookup found = keys.find(jws.kid(), algorithm);
    if (found instanceof KeySource.Unavailable unavailable) {
      String issuer = Objects.requireNonNullElse(claims.issuer(), "");
      return new Unavailable(issuer, unavailable.retryAfter());
    }
    VerificationKey key = signer(jws, found);
    requireServed(key, jws, claims);
    return new Accepted(
        rules.check(jws.header(), claims, VerifiedToken.Proof.SIGNATURE), () -> keys.recheck(key));
  }

  private void requireServed(VerificationKey key, CompactJws jws, Claims claims)
      throws TokenRejectedException {
    TokenView token = new TokenView(jws.header(), claims.members());
    if (!settings.rules().mayBeSignedWith(key.issuer(), token)) {
      throw new TokenRejectedException(Rejection.UNKNOWN_KEY);
    }
  }

  private VerificationKey signer(CompactJws jws, KeySource.Lookup found)
      throws TokenRejectedException {
    if (!(found instanceof KeySource.Candidates candidates)) {
      throw new TokenRejectedException(Rejection.UNKNOWN_KEY);
    }
    return Signatures.verifyJws(jws, candidates.keys())
        .or(() -> unnamed(jws, candidates) ? anew(jws) : Optional.empty())
        .orElseThrow(() -> new TokenRejectedException(Rejection.BAD_SIGNATURE));
  }

  /** Returns whether the key may have been replaced by one that looks alike. */
  private static boolean unnamed(CompactJws jws, KeySource.Candidates candidates) {
    return jws.kid() == null || candidates.keys().stream().anyMatch(key -> key.kid() == null);
  }

  private Optional<VerificationKey> anew(CompactJws jws) {
    return keys.findAnew(jws.kid(), jws.algorithm()) instanceof KeySource.Candidates candidates
        ? Signatures.verifyJws(jws, candidates.keys())
        : Optional.empty();
  }
}
