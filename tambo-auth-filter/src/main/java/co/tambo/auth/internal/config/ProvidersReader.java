package co.tambo.auth.internal.config;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** Reads whose tokens are accepted. */
final class ProvidersReader {

  private static final Pattern NAME = Pattern.compile("[a-z0-9-]+");
  private static final Set<Setting> VERIFYING =
      Set.of(
          Setting.PRESET,
          Setting.INTROSPECTION_URL,
          Setting.USERINFO_URL,
          Setting.VERIFICATION,
          Setting.ISSUER,
          Setting.AUDIENCE,
          Setting.AUTHORIZED_PARTIES,
          Setting.JWKS_URL,
          Setting.PUBLIC_KEY,
          Setting.SECRET,
          Setting.ALGORITHMS,
          Setting.REQUIRED_SCOPES,
          Setting.PROVIDERS);

  private final Context context;
  private final ExchangeSettings exchange;
  private final FarSide farSide;

  ProvidersReader(Context context, ExchangeSettings exchange) {
    this.context = context;
    this.exchange = exchange;
    this.farSide = new FarSide(context.findings(), exchange);
  }

  /** Returns whether anything says how tokens are verified. */
  static boolean anySet(Values values) {
    return VERIFYING.stream().anyMatch(values::isSet);
  }

  /** Reads the names of the providers; none when the plain keys are the only provider. */
  static List<String> names(Values values) {
    return values
        .read(
            Setting.PROVIDERS,
            Syntax.list(
                Syntax.text(
                    name -> NAME.matcher(name).matches(),
                    "a provider's name has lower-case letters, digits and dashes only")))
        .orElse(List.of());
  }

  /** Reads the rules of every provider. */
  List<ProviderSettings> read(List<String> names) {
    List<ProviderSettings> providers = new ArrayList<>();
    if (names.isEmpty()) {
      providers.addAll(new ProviderReader("default", context, exchange, farSide).read());
    } else {
      checkNotShared();
      names.forEach(
          name ->
              providers.addAll(
                  new ProviderReader(name, context.of(name), exchange, farSide).read()));
    }
    checkApart(providers);
    new SubjectTokenReader(context.values()).check(providers, exchange);
    farSide.issuers(providers.stream().flatMap(each -> each.issuers().stream()).toList());
    return providers;
  }

  private void checkNotShared() {
    for (Setting setting : EnumSet.allOf(Setting.class)) {
      if (setting.ofProvider() && !setting.shared()) {
        context
            .values()
            .wrong(setting, "is not used beside tambo.providers; use " + setting.key("NAME"));
      }
    }
  }

  private void checkApart(List<ProviderSettings> providers) {
    Map<String, String> owners = new HashMap<>();
    String opaqueOwner = null;
    for (ProviderSettings provider : providers) {
      Values own = context.of(provider.configuredName()).values();
      if (providers.size() > 1 && isAnyIssuer(provider, own)) {
        context
            .findings()
            .problem(own.key(Setting.ISSUER) + ": beside other providers it needs an issuer");
      }
      if (provider.opaque() != null) {
        opaqueOwner = opaqueOwner == null ? provider.configuredName() : opaqueOwner;
        checkOnlyOpaque(provider, own, opaqueOwner);
      }
      for (String issuer : provider.issuers()) {
        String owner = owners.putIfAbsent(issuer, provider.configuredName());
        if (owner != null) {
          own.wrong(Setting.ISSUER, issuer + " is the issuer of provider " + owner + " too");
        }
      }
    }
  }

  private void checkOnlyOpaque(ProviderSettings provider, Values own, String owner) {
    if (!owner.equals(provider.configuredName())) {
      context
          .findings()
          .problem(
              own.key(Setting.INTROSPECTION_URL)
                  + " or "
                  + own.key(Setting.USERINFO_URL)
                  + ": an opaque token does not say whose it is, so one provider can check opaque"
                  + " tokens, and provider "
                  + owner
                  + " does; remove the setting, or the preset github");
    }
  }

  private static boolean isAnyIssuer(ProviderSettings provider, Values own) {
    boolean unneeded =
        provider.verification() == Verification.NONE
            || provider.verification() == Verification.TAMBO;
    boolean turnedOff = own.find(Setting.ISSUER).filter(v -> v.text().equals("none")).isPresent();
    return provider.signed() && provider.issuers().isEmpty() && (unneeded || turnedOff);
  }
}
