package co.tambo.auth;

import co.tambo.auth.Verdict.Diagnosis;
import co.tambo.auth.internal.Fingerprint;
import co.tambo.auth.internal.Rejection;
import co.tambo.auth.internal.config.ProviderSettings;
import co.tambo.auth.internal.exchange.SubjectToken;
import co.tambo.auth.internal.time.TimeSource;
import co.tambo.auth.internal.verify.CachingVerifier;
import co.tambo.auth.internal.verify.TokenVerifier;
import co.tambo.auth.internal.verify.VerifiedToken;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/** Judges a token by its signature and its claims, and then, if it is required, by Tambo's word. */
final class VerifiedHere implements Judgement {

  private static final int REMEMBERED_VERDICTS = 10_000;

  private final CachingVerifier<UserPrincipal> verifier;
  private final SubjectTokens subjectTokens;
  private final AskedOfTambo exchange;
  private final boolean exchangeRequired;
  private final int longest;

  /**
   * Judges by a verifier.
   *
   * @param longest how long a token may be, in characters
   */
  VerifiedHere(
      CachingVerifier<UserPrincipal> verifier,
      SubjectTokens subjectTokens,
      AskedOfTambo exchange,
      boolean exchangeRequired,
      int longest) {
    this.verifier = verifier;
    this.subjectTokens = subjectTokens;
    this.exchange = exchange;
    this.exchangeRequired = exchangeRequired;
    this.longest = longest;
  }

  /** Returns a verifier that remembers who the users of these providers are. */
  static CachingVerifier<UserPrincipal> remembering(
      TokenVerifier verifier, List<ProviderSettings> providers, TimeSource time) {
    Map<String, ClaimMapping> mappings =
        providers.stream()
            .collect(Collectors.toUnmodifiableMap(ProviderSettings::name, ClaimMapping::new));
    return new CachingVerifier<>(
        verifier, token -> principal(mappings, token), time, REMEMBERED_VERDICTS);
  }

  private static UserPrincipal principal(Map<String, ClaimMapping> mappings, VerifiedToken token) {
    return Objects.requireNonNull(mappings.get(token.provider().name())).principal(token);
  }

  @Override
  public int longest() {
    return longest;
  }

  @Override
  public Verdict of(String token, Fingerprint fingerprint, boolean waits) {
    if (token.length() > longest) {
      return refused(new TokenVerifier.Refused(Rejection.TOO_LONG, "", ""), fingerprint);
    }
    CachingVerifier.Judged<UserPrincipal> judged = verifier.verify(fingerprint, token);
    if (judged instanceof CachingVerifier.Bad<UserPrincipal> bad) {
      return refused(bad.verdict(), fingerprint);
    }
    CachingVerifier.Good<UserPrincipal> good = (CachingVerifier.Good<UserPrincipal>) judged;
    SubjectToken subjectToken = subjectTokens.of(token, fingerprint, good.token());
    Set<String> scopes = good.token().provider().requiredScopes();
    return exchangeRequired
        ? exchange.confirm(subjectToken, issued -> good.identity().exchanged(), scopes, waits)
        : Verdict.identified(good.identity(), subjectToken, scopes);
  }

  private static Verdict refused(TokenVerifier.Verdict verdict, Fingerprint fingerprint) {
    if (verdict instanceof TokenVerifier.Refused refused) {
      return Verdict.failed(
          AuthError.TOKEN_INVALID,
          fingerprint,
          new Diagnosis(refused.rejection().word(), refused.issuer(), refused.kid(), null));
    }
    TokenVerifier.Unavailable unavailable = (TokenVerifier.Unavailable) verdict;
    return Verdict.failed(
        AuthError.KEYS_UNAVAILABLE,
        fingerprint,
        new Diagnosis(unavailable.reason(), unavailable.issuer(), "", unavailable.retryAfter()));
  }
}
