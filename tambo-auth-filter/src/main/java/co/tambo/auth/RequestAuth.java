package co.tambo.auth;

import co.tambo.auth.internal.Fingerprint;
import java.util.Optional;

/**
 * The one implementation of {@link TamboAuth}; nobody else can make the request attribute. Holds
 * the verdict on one credential under one configuration.
 */
final class RequestAuth implements TamboAuth {

  private final TamboAuthenticator authenticator;
  private final Verdict verdict;

  RequestAuth(TamboAuthenticator authenticator, Verdict verdict) {
    this.authenticator = authenticator;
    this.verdict = verdict;
  }

  Verdict verdict() {
    return verdict;
  }

  /** Returns whether this verdict serves a request with a credential under a configuration. */
  boolean serves(TamboAuthenticator other, Fingerprint credential) {
    return authenticator.config().equals(other.config())
        && verdict.credential().equals(credential)
        && !(verdict.state() instanceof TamboAuthState.Exchanging);
  }

  @Override
  public TamboAuthState state() {
    return verdict.state();
  }

  @Override
  public Optional<TamboPrincipal> principal() {
    return verdict.state() instanceof TamboAuthState.Identified identified
        ? Optional.of(identified.principal())
        : Optional.empty();
  }

  @Override
  public TamboToken tamboToken() {
    return authenticator.tamboToken(verdict);
  }

  @Override
  public TamboRequests requests() {
    return authenticator.requests(this);
  }

  @Override
  public String toString() {
    return "TamboAuth[" + verdict.state().status() + "]";
  }
}
