package co.tambo.auth;

import co.tambo.auth.TamboAuthListener.KeysFetched;
import co.tambo.auth.internal.Fingerprint;
import co.tambo.auth.internal.config.ExchangeSettings;
import co.tambo.auth.internal.config.Policy;
import co.tambo.auth.internal.config.ProviderSettings;
import co.tambo.auth.internal.config.SessionSettings;
import co.tambo.auth.internal.config.Verification;
import co.tambo.auth.internal.exchange.TokenExchange;
import co.tambo.auth.internal.http.HttpFetch;
import co.tambo.auth.internal.jose.CompactJws;
import co.tambo.auth.internal.jose.SigningSecret;
import co.tambo.auth.internal.keys.KeyFetchListener;
import co.tambo.auth.internal.keys.KeySetFetch;
import co.tambo.auth.internal.keys.KeySource;
import co.tambo.auth.internal.opaque.OpaqueTokens;
import co.tambo.auth.internal.providers.Preset;
import co.tambo.auth.internal.sessions.WorkOsSeal;
import co.tambo.auth.internal.time.TimeSource;
import co.tambo.auth.internal.verify.CachingVerifier;
import co.tambo.auth.internal.verify.TokenVerifier;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** Makes the parts that a policy asks for; the one place where the clock and HTTP come in. */
final class Assembly {

  private final Policy policy;
  private final TamboAuthListener listener;
  private final TimeSource time;
  private final HttpFetch http;
  private final List<KeySource> remoteKeys = new ArrayList<>();

  Assembly(Policy policy, TamboAuthListener listener, TimeSource time, HttpFetch http) {
    this.policy = policy;
    this.listener = listener;
    this.time = time;
    this.http = http;
  }

  static Assembly of(Policy policy, TamboAuthListener listener) {
    return new Assembly(policy, listener, TimeSource.system(), HttpFetch.create());
  }

  Wiring wiring() {
    ExchangeSettings settings = policy.exchange();
    TokenExchange exchange =
        TokenExchange.of(settings, http, time, new ListenedExchange(policy, listener));
    AskedOfTambo tambo = new AskedOfTambo(exchange, settings.timeout(), listener);
    return new Wiring(
        settings, tambo, judgement(tambo), cookies(), policyId(), () -> close(exchange));
  }

  private SessionCookies cookies() {
    List<SessionSettings> sessions =
        policy.providers().stream()
            .map(ProviderSettings::sessions)
            .filter(Objects::nonNull)
            .distinct()
            .toList();
    List<WorkOsSeal> seals =
        policy.providers().stream()
            .filter(provider -> provider.preset() == Preset.WORKOS && provider.sessions() != null)
            .flatMap(provider -> Objects.requireNonNull(provider.sessions()).secrets().stream())
            .distinct()
            .map(password -> new WorkOsSeal(password, time))
            .toList();
    return new SessionCookies(sessions, seals);
  }

  private byte[] policyId() {
    byte[] id = Fingerprint.policy(policy.providers() + "\n" + policy.exchange().url());
    SigningSecret secret = policy.exchange().signingSecret();
    return secret == null ? id : secret.distinguish(id);
  }

  private void close(TokenExchange exchange) {
    exchange.close();
    remoteKeys.forEach(KeySource::close);
    http.close();
  }

  private Judgement judgement(AskedOfTambo tambo) {
    boolean judgedByTambo =
        policy.providers().stream()
            .anyMatch(provider -> provider.verification() == Verification.TAMBO);
    boolean exchanged = policy.exchange().mode() == ExchangeSettings.Mode.REQUIRED;
    return judgedByTambo
        ? new JudgedByTambo(tambo, listener)
        : new VerifiedHere(remembering(), subjectTokens(), tambo, exchanged, longest());
  }

  /** Opaque tokens and encrypted sessions may be longer than what is signed. */
  private int longest() {
    boolean signedOnly =
        policy.providers().stream()
            .allMatch(provider -> provider.opaque() == null && provider.sessions() == null);
    return signedOnly ? CompactJws.MAX_LENGTH : Integer.MAX_VALUE;
  }

  private CachingVerifier<UserPrincipal> remembering() {
    return VerifiedHere.remembering(verifier(), policy.providers(), time);
  }

  private SubjectTokens subjectTokens() {
    SigningSecret secret = policy.exchange().signingSecret();
    return secret == null ? SubjectTokens.original() : new SignedSubjectTokens(secret, time);
  }

  private TokenVerifier verifier() {
    return policy.providers().stream()
        .filter(provider -> provider.verification() == Verification.NONE)
        .findFirst()
        .map(provider -> TokenVerifier.unsafeWithoutSignature(provider, time))
        .orElseGet(this::verifyingByShape);
  }

  private TokenVerifier verifyingByShape() {
    List<ProviderSettings> providers = policy.providers();
    Optional<TokenVerifier> opaque = OpaqueTokens.of(providers, this::provided, time);
    boolean signed = opaque.isEmpty() || providers.stream().anyMatch(ProviderSettings::signed);
    if (!signed) {
      return openingSessions(opaque.get());
    }
    TokenVerifier bySignature = TokenVerifier.signed(providers, this::keys, time);
    return openingSessions(
        opaque.map(other -> TokenVerifier.byShape(bySignature, other)).orElse(bySignature));
  }

  private TokenVerifier openingSessions(TokenVerifier others) {
    return policy.providers().stream()
        .filter(provider -> provider.preset() == Preset.AUTHJS && provider.sessions() != null)
        .findFirst()
        .map(provider -> TokenVerifier.sessions(provider, time, others))
        .orElse(others);
  }

  private KeySource keys(ProviderSettings provider) {
    if (provider.verification() != Verification.DISCOVERY) {
      return KeySource.fixed(provider.keys());
    }
    KeyFetchListener told =
        (usable, problem) ->
            listener.keysFetched(new KeysFetched(provider.name(), usable, problem));
    KeySource keys = KeySource.remote(fetch(provider), time, policy.keys(), told);
    remoteKeys.add(keys);
    return keys;
  }

  private KeySetFetch fetch(ProviderSettings provider) {
    URI jwksUrl = provider.jwksUrl();
    return jwksUrl == null
        ? KeySetFetch.discovered(provider.issuers(), provided(), provider.algorithms(), time)
        : KeySetFetch.at(jwksUrl, provided(), provider.algorithms(), time);
  }

  /** Returns what providers are called with. */
  private HttpFetch provided() {
    return policy.keys().blockPrivateAddresses() ? HttpFetch.publicAddressesOnly(http) : http;
  }
}
