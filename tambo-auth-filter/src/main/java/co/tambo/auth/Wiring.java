package co.tambo.auth;

import co.tambo.auth.Verdict.Diagnosis;
import co.tambo.auth.internal.Fingerprint;
import co.tambo.auth.internal.config.ExchangeSettings;
import co.tambo.auth.internal.exchange.SubjectToken;
import co.tambo.auth.internal.exchange.TokenExchange;

/** The parts of one authenticator that reach out of the request, put together. */
final class Wiring implements AutoCloseable {

  private final ExchangeSettings settings;
  private final AskedOfTambo tambo;
  private final Judgement judgement;
  private final SessionCookies cookies;
  private final byte[] policyId;
  private final Verdict nobody;
  private final Fingerprint tooLong;
  private final Runnable close;

  /**
   * Puts parts together.
   *
   * @param cookies reads user tokens from cookies
   * @param policyId what sets the configuration apart from any other
   * @param close lets go of the parts' threads and connections
   */
  Wiring(
      ExchangeSettings settings,
      AskedOfTambo tambo,
      Judgement judgement,
      SessionCookies cookies,
      byte[] policyId,
      Runnable close) {
    this.settings = settings;
    this.tambo = tambo;
    this.judgement = judgement;
    this.cookies = cookies;
    this.policyId = policyId.clone();
    this.close = close;
    this.nobody =
        Verdict.withoutToken(
            new TamboAuthState.Unauthenticated(),
            Fingerprint.of(policyId, ""),
            Diagnosis.NOTHING_WRONG);
    this.tooLong = Fingerprint.of(policyId, "too long\n");
  }

  Judgement judgement() {
    return judgement;
  }

  SessionCookies cookies() {
    return cookies;
  }

  /** Returns the verdict on a request without a credential. */
  Verdict nobody() {
    return nobody;
  }

  /**
   * Returns the fingerprint of a credential; no two kinds of credential share one. All tokens that
   * are too long have the same, for each of them is refused unread.
   */
  Fingerprint fingerprint(Credential credential) {
    if (credential instanceof Credential.Token token) {
      return token.value().length() > judgement.longest() ? tooLong : token.fingerprint(policyId);
    }
    if (credential instanceof Credential.UserKey key) {
      return Fingerprint.of(policyId, "user key\n" + key.value());
    }
    return credential instanceof Credential.Unusable unusable
        ? Fingerprint.of(policyId, "unusable\n" + unusable.error())
        : nobody.credential();
  }

  TamboToken tamboToken(Verdict verdict) {
    SubjectToken subjectToken = verdict.subjectToken();
    if (subjectToken == null || settings.mode() == ExchangeSettings.Mode.OFF) {
      throw notObtainable(verdict);
    }
    TokenExchange.Outcome outcome = tambo.await(subjectToken);
    if (outcome instanceof TokenExchange.Issued issued) {
      return issued.token();
    }
    throw new TamboTokenException(
        AskedOfTambo.error(outcome),
        AskedOfTambo.reason(outcome),
        AskedOfTambo.retryAfter(outcome));
  }

  private static TamboTokenException notObtainable(Verdict verdict) {
    if (verdict.state() instanceof TamboAuthState.Identified) {
      return new TamboTokenException(
          AuthError.TOKEN_NOT_OBTAINABLE,
          verdict.subjectToken() == null
              ? "the user is known by key, and a key cannot be exchanged"
              : "the exchange is off: set tambo.api-key",
          null);
    }
    AuthError error = verdict.error().orElse(AuthError.CREDENTIAL_MISSING);
    return new TamboTokenException(
        error, "the request is anonymous", verdict.diagnosis().retryAfter());
  }

  TamboRequests requests(RequestAuth auth) {
    boolean byKey =
        auth.principal().stream().anyMatch(user -> user.source() == TamboPrincipal.Source.USER_KEY);
    return new TamboRequests(
        settings,
        byKey
            ? new TamboIdentity.UserKey(auth.principal().orElseThrow().subject())
            : new TamboIdentity.Bearer(() -> tamboToken(auth.verdict())));
  }

  @Override
  public void close() {
    close.run();
  }
}
