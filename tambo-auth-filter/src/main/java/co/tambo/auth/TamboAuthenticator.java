package co.tambo.auth;

import co.tambo.auth.TamboAuthState.Identified;
import co.tambo.auth.TamboAuthState.Unauthenticated;
import co.tambo.auth.Verdict.Diagnosis;
import co.tambo.auth.internal.Fingerprint;
import co.tambo.auth.internal.LogText;
import co.tambo.auth.internal.config.AccessSettings;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/**
 * The one entry of the core: a request in, a decision out. Knows no servlet and no JAX-RS.
 * Thread-safe. {@link #close()} lets go of threads and connections; a closed authenticator refuses
 * every request with 503.
 */
public final class TamboAuthenticator implements AutoCloseable {

  /**
   * The servlet context attribute that holds the deployed authenticators, a {@code
   * List<TamboAuthenticator>}: servlet filters put theirs there, the JAX-RS feature takes it.
   */
  public static final String DEPLOYED = "co.tambo.auth.deployed";

  private final TamboAuthConfig config;
  private final TamboAuthListener listener;
  private final Wiring wiring;
  private final PathRules paths;
  private final Preflight preflight;
  private final CredentialExtractor extractor;
  private final SameOrigin sameOrigin;
  private final Answers answers;
  private volatile boolean closed;

  private TamboAuthenticator(TamboAuthConfig config, TamboAuthListener listener, Wiring wiring) {
    AccessSettings access = config.policy().access();
    this.config = config;
    this.listener = listener;
    this.wiring = wiring;
    this.paths = new PathRules(access);
    this.preflight = new Preflight(access.passPreflight(), listener);
    this.extractor =
        new CredentialExtractor(
            config.policy().userTokens(),
            config.policy().userKeys(),
            wiring.cookies(),
            wiring.judgement().longest());
    this.sameOrigin = new SameOrigin(access);
    this.answers = new Answers(access.realm());
  }

  /** Returns an authenticator that logs. */
  public static TamboAuthenticator of(TamboAuthConfig config) {
    return of(config, TamboAuthListener.logging());
  }

  /** Returns an authenticator that tells a listener, beginning with the policy and its warnings. */
  public static TamboAuthenticator of(TamboAuthConfig config, TamboAuthListener listener) {
    return of(config, listener, Assembly.of(config.policy(), listener).wiring());
  }

  static TamboAuthenticator of(TamboAuthConfig config, TamboAuthListener listener, Wiring wiring) {
    listener.started(config.toString());
    config.warnings().forEach(listener::warned);
    return new TamboAuthenticator(config, listener, wiring);
  }

  /** Decides a request under the access mode that the configuration gives its path. */
  public AuthDecision authenticate(AuthRequest request) {
    return guarded(() -> decide(request, paths.of(request.target())));
  }

  /** Decides a request under an access mode that the adapter knows, such as an annotation's. */
  public AuthDecision authenticate(AuthRequest request, AccessMode access) {
    return guarded(() -> decide(request, new PathRules.Access(access, false)));
  }

  /**
   * Judges the credential of a request before it is decided, for an adapter that comes first; an
   * exchange that the path requires is waited for. The decision that follows is told, not this.
   */
  public TamboAuth identify(AuthRequest request) {
    return guarded(() -> new AuthDecision.Admitted(judged(request))).auth();
  }

  private RequestAuth judged(AuthRequest request) {
    return preflight.passes(request)
        ? auth(wiring.nobody())
        : identify(extractor.extract(request), request, !paths.of(request.target()).open());
  }

  private AuthDecision decide(AuthRequest request, PathRules.Access access) {
    if (preflight.passes(request)) {
      return new AuthDecision.Admitted(auth(wiring.nobody()));
    }
    Credential credential = extractor.extract(request);
    RequestAuth auth = identify(credential, request, !access.open());
    AuthDecision decision = decide(auth, access.mode());
    if (decision instanceof AuthDecision.Refused) {
      preflight.refused(request);
    }
    tell(auth.verdict(), decision);
    return decision;
  }

  /** Returns the verdict that this request already has, or judges its credential. */
  private RequestAuth identify(Credential credential, AuthRequest request, boolean waits) {
    Fingerprint fingerprint = wiring.fingerprint(credential);
    return request.attribute(TamboAuth.ATTRIBUTE) instanceof RequestAuth known
            && known.serves(this, fingerprint)
        ? known
        : auth(judge(credential, fingerprint, request, waits));
  }

  private Verdict judge(
      Credential credential, Fingerprint fingerprint, AuthRequest request, boolean waits) {
    if (credential instanceof Credential.Token token) {
      return token.ambient() && !sameOrigin.proven(request)
          ? Verdict.failed(AuthError.CROSS_ORIGIN, fingerprint, Diagnosis.of("cross_origin"))
          : wiring.judgement().of(token.value(), fingerprint, waits);
    }
    if (credential instanceof Credential.UserKey key) {
      TamboAuthState state = new Identified(UserPrincipal.ofUserKey(key.value()));
      return Verdict.withoutToken(state, fingerprint, Diagnosis.NOTHING_WRONG);
    }
    return credential instanceof Credential.Unusable unusable
        ? unusable.verdict(fingerprint)
        : wiring.nobody();
  }

  private AuthDecision decide(RequestAuth auth, AccessMode access) {
    TamboAuthState state = auth.state();
    if (access == AccessMode.PERMISSIVE) {
      return new AuthDecision.Admitted(auth);
    }
    if (state instanceof Identified) {
      return inScope(auth, auth.verdict().requiredScopes());
    }
    if (state instanceof Unauthenticated) {
      return access == AccessMode.OPTIONAL ? new AuthDecision.Admitted(auth) : unknown(auth);
    }
    return refusal(auth);
  }

  private AuthDecision unknown(RequestAuth auth) {
    AuthDecision.Refused refused = refusal(auth);
    return extractor.asksContainer() ? new AuthDecision.ContainerLogin(auth, refused) : refused;
  }

  private AuthDecision.Refused refusal(RequestAuth auth) {
    AuthError error = auth.verdict().error().orElse(AuthError.CREDENTIAL_MISSING);
    return answers.refusal(auth, error, auth.verdict().diagnosis().retryAfter());
  }

  private AuthDecision inScope(RequestAuth auth, Set<String> scopes) {
    boolean granted =
        scopes.isEmpty()
            || auth.principal().stream().anyMatch(user -> user.scopes().containsAll(scopes));
    return granted ? new AuthDecision.Admitted(auth) : answers.insufficientScope(auth, scopes);
  }

  /**
   * Decides whether the user of a request may use a resource; nobody is refused as on a path that
   * requires a user.
   *
   * @param roles any of which is enough; empty for no restriction
   * @param scopes all of which are needed
   */
  public AuthDecision authorize(TamboAuth auth, Set<String> roles, Set<String> scopes) {
    RequestAuth request = (RequestAuth) auth;
    AuthDecision decision = decide(request, AccessMode.REQUIRED);
    if (!(decision instanceof AuthDecision.Admitted)) {
      return decision;
    }
    return roles.isEmpty() || roles.stream().anyMatch(auth::isUserInRole)
        ? inScope(request, scopes)
        : answers.insufficientScope(auth, scopes);
  }

  /** Returns the answer to a user who may not use a resource, 403. */
  public AuthDecision.Refused forbidden(TamboAuth auth) {
    return answers.insufficientScope(auth, Set.of());
  }

  /** Returns the answer to a {@link TamboTokenException} that the application let out. */
  public AuthDecision.Refused refusal(TamboAuth auth, TamboTokenException exception) {
    return answers.refusal(auth, exception.error(), exception.retryAfter().orElse(null));
  }

  TamboToken tamboToken(Verdict verdict) {
    return wiring.tamboToken(verdict);
  }

  TamboRequests requests(RequestAuth auth) {
    return wiring.requests(auth);
  }

  private RequestAuth auth(Verdict verdict) {
    return new RequestAuth(this, verdict);
  }

  private AuthDecision guarded(Supplier<AuthDecision> decision) {
    try {
      if (closed) {
        return defective("closed");
      }
      return decision.get();
    } catch (Throwable defect) {
      return defect(defect);
    }
  }

  /** Returns the answer to a failure of an adapter itself, 503, and tells the listener of it. */
  public AuthDecision.Refused defect(Throwable cause) {
    try {
      listener.defect(cause);
    } catch (Throwable ofListener) {
      cause.addSuppressed(ofListener);
    }
    return defective("defect");
  }

  private AuthDecision.Refused defective(String reason) {
    Verdict verdict =
        Verdict.failed(AuthError.DEFECT, wiring.nobody().credential(), Diagnosis.of(reason));
    return refusal(auth(verdict));
  }

  private void tell(Verdict verdict, AuthDecision decision) {
    Diagnosis diagnosis = verdict.diagnosis();
    Optional<AuthError> error = verdict.error();
    int status = decision instanceof AuthDecision.Refused refused ? refused.status() : 0;
    listener.decided(
        new TamboAuthListener.Decided(
            verdict.state(),
            status,
            error.isEmpty() && status == 403 ? Optional.of(AuthError.INSUFFICIENT_SCOPE) : error,
            diagnosis.reason(),
            LogText.safe(diagnosis.issuer()),
            LogText.safe(diagnosis.kid()),
            verdict.subjectToken() == null && error.isEmpty()
                ? ""
                : verdict.credential().shortHex()));
  }

  /** Tells the listener what an adapter has to say about its start: one line without a secret. */
  public void announce(String line) {
    listener.started(line);
  }

  /** Tells the listener of something that an adapter has noticed. */
  public void warn(TamboAuthWarning warning) {
    listener.warned(warning);
  }

  /** Returns what the deployer should know. */
  public List<TamboAuthWarning> warnings() {
    return config.warnings();
  }

  /** Returns the configuration. */
  public TamboAuthConfig config() {
    return config;
  }

  @Override
  public void close() {
    closed = true;
    wiring.close();
  }
}
