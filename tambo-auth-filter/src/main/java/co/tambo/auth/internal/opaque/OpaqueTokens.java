package co.tambo.auth.internal.opaque;

import co.tambo.auth.internal.config.OpaqueSettings;
import co.tambo.auth.internal.config.OpaqueSettings.Check;
import co.tambo.auth.internal.config.ProviderSettings;
import co.tambo.auth.internal.http.HttpFetch;
import co.tambo.auth.internal.time.TimeSource;
import co.tambo.auth.internal.verify.TokenVerifier;
import java.net.URI;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;

/** Verifies tokens that are not signed. */
public final class OpaqueTokens {

  private OpaqueTokens() {}

  /**
   * Returns a verifier that asks the one provider that has opaque tokens: one inquiry for all
   * requests with a token, within 4 seconds, and at most 16 at once. What the provider says holds
   * for 5 minutes, a refusal for 3 seconds. Empty when no provider has opaque tokens.
   */
  public static Optional<TokenVerifier> of(
      List<ProviderSettings> providers, Supplier<HttpFetch> http, TimeSource time) {
    for (ProviderSettings provider : providers) {
      if (provider.opaque() != null) {
        AnsweredIssuers issuers = AnsweredIssuers.of(provider, providers);
        return Optional.of(of(provider, provider.opaque(), issuers, http.get(), time));
      }
    }
    return Optional.empty();
  }

  private static TokenVerifier of(
      ProviderSettings provider,
      OpaqueSettings opaque,
      AnsweredIssuers issuers,
      HttpFetch http,
      TimeSource time) {
    IntrospectionRules rules = new IntrospectionRules(provider, issuers, time);
    Inquiry inquiry =
        new Inquiry(
            Identification.origin(userOf(opaque)),
            check(opaque, rules, http, time),
            userinfo(opaque, http, time),
            new Identification(provider, opaque),
            time);
    return new SharedInquiries(inquiry, time);
  }

  private static URI userOf(OpaqueSettings opaque) {
    return opaque.userinfoUrl() == null
        ? Objects.requireNonNull(opaque.checkUrl())
        : opaque.userinfoUrl();
  }

  private static Question check(
      OpaqueSettings opaque, IntrospectionRules rules, HttpFetch http, TimeSource time) {
    if (opaque.checkUrl() == null) {
      return Question.none();
    }
    Endpoint endpoint = new Endpoint(opaque.checkUrl(), http, time);
    String id = Objects.requireNonNull(opaque.clientId());
    String secret = Objects.requireNonNull(opaque.clientSecret());
    return opaque.check() == Check.GITHUB
        ? new GitHubCheck(endpoint, id, secret, time)
        : new Introspection(endpoint, BasicCredentials.ofClient(id, secret), rules);
  }

  private static Question userinfo(OpaqueSettings opaque, HttpFetch http, TimeSource time) {
    return opaque.userinfoUrl() == null
        ? Question.none()
        : new Userinfo(
            new Endpoint(opaque.userinfoUrl(), http, time),
            opaque.check() == Check.GITHUB ? GitHubCheck.MEDIA_TYPE : "application/json");
  }
}
