package co.tambo.auth.internal.config;

import co.tambo.auth.internal.config.CredentialSource.Place;
import co.tambo.auth.internal.jose.JwsAlgorithm;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Says the effective policy in one paragraph, secrets masked. */
final class PolicyDescription {

  private final List<String> sentences = new ArrayList<>();

  private PolicyDescription() {}

  static String of(
      List<CredentialSource> userTokens,
      List<CredentialSource> userKeys,
      List<ProviderSettings> providers,
      ExchangeSettings exchange,
      AccessSettings access,
      KeySettings keys) {
    PolicyDescription description = new PolicyDescription();
    description.say("User token: " + listed(userTokens) + "; user key: " + listed(userKeys));
    providers.forEach(description::provider);
    description.exchange(exchange);
    description.access(access);
    if (userTokens.stream().anyMatch(source -> source.place() == Place.COOKIE)) {
      description.cookies(access);
    }
    description.keys(keys);
    return String.join(" ", description.sentences);
  }

  private void say(String sentence) {
    sentences.add(sentence + ".");
  }

  private void provider(ProviderSettings provider) {
    say(
        "Provider "
            + provider.name()
            + (provider.preset() == null ? "" : " (preset " + Words.of(provider.preset()) + ")")
            + ": verification "
            + Words.of(provider.verification())
            + ", issuer "
            + listed(provider.issuers())
            + ", audience "
            + listed(provider.audiences())
            + ", authorized parties "
            + listed(provider.authorizedParties())
            + claim(", tenants ", provider.tenants().isEmpty() ? null : listed(provider.tenants()))
            + keysOf(provider)
            + opaque(provider.opaque())
            + ", algorithms "
            + algorithms(provider)
            + ", clock skew "
            + provider.clockSkew()
            + ", name from "
            + provider.nameClaim()
            + claim(", roles from ", provider.rolesClaim())
            + claim(", tenant from ", provider.tenantClaim())
            + ", required scopes "
            + listed(provider.requiredScopes()));
  }

  private static String keysOf(ProviderSettings provider) {
    if (provider.verification() != Verification.DISCOVERY) {
      return "";
    }
    return provider.jwksUrl() == null
        ? ", keys by discovery"
        : ", keys from " + Shown.line(provider.jwksUrl().toString());
  }

  private static String opaque(@Nullable OpaqueSettings opaque) {
    if (opaque == null) {
      return "";
    }
    return ", opaque tokens checked at "
        + (opaque.checkUrl() == null ? "none" : Shown.line(opaque.checkUrl().toString()))
        + ", their users from "
        + (opaque.userinfoUrl() == null ? "there" : Shown.line(opaque.userinfoUrl().toString()));
  }

  private static String algorithms(ProviderSettings provider) {
    return String.join(
        " ", new TreeSet<>(provider.algorithms()).stream().map(JwsAlgorithm::name).toList());
  }

  private static String claim(String words, @Nullable String claim) {
    return claim == null ? "" : words + claim;
  }

  private void exchange(ExchangeSettings exchange) {
    String key = exchange.apiKey() == null ? "without an API key" : "with API key ****";
    say(
        "Exchange: "
            + Words.of(exchange.mode())
            + " at "
            + exchange.url()
            + " "
            + key
            + ", subject token "
            + (exchange.signingSecret() == null ? "original" : "signed, secret ****")
            + ", deadline "
            + exchange.timeout());
  }

  private void access(AccessSettings access) {
    say(
        "Access: "
            + Words.of(access.mode())
            + "; public paths: "
            + listed(access.publicPaths())
            + "; optional paths: "
            + listed(access.optionalPaths())
            + "; CORS preflight: "
            + (access.passPreflight() ? "pass" : "refuse")
            + "; container login: "
            + access.containerLogin());
  }

  private void cookies(AccessSettings access) {
    say(
        access.allowedOrigins().isEmpty()
            ? "tambo.allowed-origins is unset: a token from a cookie changes something only from"
                + " the request's own origin"
            : "A token from a cookie changes something only from "
                + listed(access.allowedOrigins()));
  }

  private void keys(KeySettings keys) {
    say(
        "Key sets: refreshed after "
            + keys.refresh()
            + ", kept through an outage for "
            + keys.horizon()
            + ", private addresses "
            + (keys.blockPrivateAddresses() ? "refused" : "allowed"));
  }

  private static String listed(Collection<?> items) {
    List<String> texts = new ArrayList<>();
    items.forEach(item -> texts.add(Shown.line(item.toString())));
    return items.isEmpty() ? "none" : String.join(", ", texts);
  }
}
