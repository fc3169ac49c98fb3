package co.tambo.auth.internal.config;

import co.tambo.auth.internal.jose.JwsAlgorithm;
import co.tambo.auth.internal.jose.VerificationKey;
import java.net.URI;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads the rules for one provider's tokens. */
final class ProviderReader {

  private static final Set<Setting> KEY_SETTINGS =
      Set.of(Setting.JWKS_URL, Setting.PUBLIC_KEY, Setting.SECRET);

  private final String name;
  private final Context context;
  private final Values values;
  private final ExchangeSettings exchange;
  private final FarSide farSide;
  private final Verification verification;

  ProviderReader(String name, Context context, ExchangeSettings exchange, FarSide farSide) {
    this.name = name;
    this.context = context;
    this.values = context.values();
    this.exchange = exchange;
    this.farSide = farSide;
    this.verification = values.get(Setting.VERIFICATION, Syntax.word(Verification.class));
  }

  /** Reads one set of rules, or one for each issuer where each has its own discovery. */
  List<ProviderSettings> read() {
    checkVerification();
    checkUnused();
    Optional<Set<JwsAlgorithm>> admitted = Algorithms.admitted(values, verification);
    Optional<URI> jwksUrl = values.read(Setting.JWKS_URL, WebAddress.fetched(context.production()));
    List<VerificationKey> keys = new KeyReader(context, farSide).read(verification, admitted);
    Binding binding = new BindingReader(context, verification).read();
    ProviderSettings settings = settings(binding, jwksUrl, keys, algorithms(admitted, keys));
    checkFarSide(binding.issuers(), admitted);
    return perIssuer(settings, binding.issuers());
  }

  private ProviderSettings settings(
      Binding binding,
      Optional<URI> jwksUrl,
      List<VerificationKey> keys,
      Set<JwsAlgorithm> algorithms) {
    return new ProviderSettings(
        name,
        verification,
        Set.copyOf(binding.issuers()),
        Set.copyOf(binding.audiences()),
        Set.copyOf(binding.authorizedParties()),
        jwksUrl.orElse(null),
        keys,
        algorithms,
        values.get(Setting.CLOCK_SKEW, ClaimSyntax.CLOCK_SKEW),
        values.get(Setting.NAME_CLAIM, ClaimSyntax.CLAIM),
        values.read(Setting.ROLES_CLAIM, ClaimSyntax.CLAIM).orElse(null),
        values.read(Setting.TENANT_CLAIM, ClaimSyntax.CLAIM).orElse(null),
        Set.copyOf(values.read(Setting.REQUIRED_SCOPES, ClaimSyntax.SCOPES).orElse(List.of())));
  }

  private List<ProviderSettings> perIssuer(ProviderSettings settings, List<String> issuers) {
    boolean oneDiscovery = verification != Verification.DISCOVERY || settings.jwksUrl() != null;
    if (oneDiscovery || issuers.size() < 2) {
      return List.of(settings);
    }
    return issuers.stream()
        .map(issuer -> settings.forIssuer(name + "." + (issuers.indexOf(issuer) + 1), issuer))
        .toList();
  }

  private Set<JwsAlgorithm> algorithms(
      Optional<Set<JwsAlgorithm>> admitted, List<VerificationKey> keys) {
    boolean byLength = verification == Verification.SECRET && !keys.isEmpty();
    return byLength ? KeyReader.served(keys) : admitted.orElse(Algorithms.possible(verification));
  }

  private void checkVerification() {
    String key = values.key(Setting.VERIFICATION);
    switch (verification) {
      case SECRET -> context.findings().warn(ConfigWarning.SHARED_SECRET, key);
      case NONE -> {
        context.findings().warn(ConfigWarning.NOTHING_VERIFIED, key);
        if (context.production()) {
          values.wrong(
              Setting.VERIFICATION,
              "none is refused with tambo.environment=production; use discovery");
        }
      }
      case TAMBO -> {
        context.findings().warn(ConfigWarning.JUDGED_BY_TAMBO, key);
        checkTamboCanJudge();
      }
      case DISCOVERY, PUBLIC_KEY -> {}
    }
  }

  private void checkTamboCanJudge() {
    if (exchange.apiKey() == null) {
      values.missing(
          Setting.API_KEY, "with tambo.verification=tambo every token is exchanged; set the key");
    } else if (exchange.mode() == ExchangeSettings.Mode.OFF) {
      values.wrong(
          Setting.EXCHANGE,
          "tambo.verification=tambo exchanges every token; use on-demand or required");
    }
  }

  /** A setting that has no effect would be a check that is only believed in. */
  private void checkUnused() {
    for (Setting setting : unused()) {
      values.wrong(
          setting,
          "is not used with tambo.verification="
              + Words.of(verification)
              + "; remove it"
              + otherwise(setting));
    }
  }

  private static String otherwise(Setting setting) {
    return switch (setting) {
      case PUBLIC_KEY -> ", or set tambo.verification=public-key";
      case SECRET -> ", or set tambo.verification=secret";
      case JWKS_URL -> ", or set tambo.verification=discovery";
      default -> "";
    };
  }

  private Set<Setting> unused() {
    Set<Setting> unused = EnumSet.copyOf(KEY_SETTINGS);
    switch (verification) {
      case DISCOVERY -> unused.remove(Setting.JWKS_URL);
      case PUBLIC_KEY -> unused.remove(Setting.PUBLIC_KEY);
      case SECRET -> unused.remove(Setting.SECRET);
      case NONE -> unused.add(Setting.ALGORITHMS);
      case TAMBO -> unused.addAll(BindingReader.NOT_JUDGED_BY_TAMBO);
    }
    return unused;
  }

  private void checkFarSide(List<String> issuers, Optional<Set<JwsAlgorithm>> admitted) {
    if (verification != Verification.SECRET) {
      issuers.forEach(farSide::issuer);
    }
    boolean eddsa = admitted.filter(set -> set.contains(JwsAlgorithm.EDDSA)).isPresent();
    if (eddsa && verification == Verification.DISCOVERY) {
      farSide.eddsa(values.key(Setting.ALGORITHMS));
    }
  }
}
