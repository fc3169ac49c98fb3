package co.tambo.auth;

import co.tambo.auth.TamboAuthListener.KeysFetched;
import co.tambo.auth.internal.Fingerprint;
import co.tambo.auth.internal.config.ExchangeSettings;
import co.tambo.auth.internal.config.Policy;
import co.tambo.auth.internal.config.ProviderSettings;
import co.tambo.auth.internal.config.Verification;
import co.tambo.auth.internal.exchange.TokenExchange;
import co.tambo.auth.internal.http.HttpFetch;
import co.tambo.auth.internal.keys.KeyFetchListener;
import co.tambo.auth.internal.keys.KeySetFetch;
import co.tambo.auth.internal.keys.KeySource;
import co.tambo.auth.internal.time.TimeSource;
import co.tambo.auth.internal.verify.TokenVerifier;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;

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
    byte[] policyId = Fingerprint.policy(policy.providers() + "\n" + settings.url());
    return new Wiring(settings, tambo, judgement(tambo), policyId, () -> close(exchange));
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
        ? new JudgedByTambo(tambo)
        : new VerifiedHere(verifier(), policy.providers(), time, tambo, exchanged);
  }

  private TokenVerifier verifier() {
    return policy.providers().stream()
        .filter(provider -> provider.verification() == Verification.NONE)
        .findFirst()
        .map(provider -> TokenVerifier.unsafeWithoutSignature(provider, time))
        .orElseGet(() -> TokenVerifier.signed(policy.providers(), this::keys, time));
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
    HttpFetch provided =
        policy.keys().blockPrivateAddresses() ? HttpFetch.publicAddressesOnly(http) : http;
    URI jwksUrl = provider.jwksUrl();
    return jwksUrl == null
        ? KeySetFetch.discovered(provider.issuers(), provided, provider.algorithms(), time)
        : KeySetFetch.at(jwksUrl, provided, provider.algorithms(), time);
  }
}
