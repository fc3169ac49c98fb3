package co.tambo.auth.internal.config;

import co.tambo.auth.internal.jose.JwsAlgorithm;
import co.tambo.auth.internal.jose.VerificationKey;
import co.tambo.auth.internal.providers.Expansion;
import co.tambo.auth.internal.providers.Preset;
import java.net.URI;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

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
  private final @Nullable Preset preset;
  private final Expansion expansion;

  ProviderReader(String name, Context context, ExchangeSettings exchange, FarSide farSide) {
    this.name = name;
    this.exchange = exchange;
    this.farSide = farSide;
    this.verification = context.values().get(Setting.VERIFICATION, Syntax.word(Verification.class));
    PresetReader.Applied applied = PresetReader.read(context, verification);
    this.preset = applied.preset();
    this.expansion = applied.expansion();
    this.context = applied.context();
    this.values = applied.context().values();
  }

  /** Reads one set of rules, or one for each issuer where each has keys of its own. */
  List<ProviderSettings> read() {
    checkVerification();
    checkUnused();
    Optional<OpaqueSettings> opaque = new OpaqueReader(context, verification).read(expansion);
    SessionSettings sessions = new SessionReader(context, preset).read(expansion).orElse(null);
    boolean signed = (opaque.isEmpty() && sessions == null) || signsSomething();
    Optional<Set<JwsAlgorithm>> admitted = Algorithms.admitted(values, verification);
    Optional<URI> jwksUrl = values.read(Setting.JWKS_URL, WebAddress.fetched(context.production()));
    List<VerificationKey> keys = new KeyReader(context, farSide).read(verification, admitted);
    BindingReader bindings = new BindingReader(context, verification, expansion);
    Binding binding =
        signed ? bindings.read() : opaque.map(bindings::ofAnswers).orElseGet(bindings::ofSessions);
    ProviderSettings settings =
        settings(binding, jwksUrl, keys, algorithms(admitted, keys), sessions, opaque.orElse(null));
    checkFarSide(binding.issuers(), admitted);
    if (sessions != null && !sessions.secrets().isEmpty() && preset == Preset.AUTHJS) {
      farSide.session(values.key(Setting.SESSION_SECRET));
    }
    opaque.ifPresent(farSide::opaque);
    return perKeySet(settings, binding.issuers());
  }

  /** Returns whether the configuration says anything about signed tokens. */
  private boolean signsSomething() {
    return verification != Verification.DISCOVERY
        || values.isSet(Setting.ISSUER)
        || values.isSet(Setting.JWKS_URL);
  }

  private ProviderSettings settings(
      Binding binding,
      Optional<URI> jwksUrl,
      List<VerificationKey> keys,
      Set<JwsAlgorithm> algorithms,
      @Nullable SessionSettings sessions,
      @Nullable OpaqueSettings opaque) {
    return new ProviderSettings(
        name,
        verification,
        preset,
        Set.copyOf(binding.issuers()),
        Set.copyOf(binding.audiences()),
        Set.copyOf(binding.authorizedParties()),
        Set.copyOf(binding.tenants()),
        jwksUrl.orElse(null),
        keys,
        algorithms,
        values.get(Setting.CLOCK_SKEW, ClaimSyntax.CLOCK_SKEW),
        values.get(Setting.NAME_CLAIM, ClaimSyntax.CLAIM),
        values.read(Setting.ROLES_CLAIM, ClaimSyntax.CLAIM).orElse(null),
        values.read(Setting.TENANT_CLAIM, ClaimSyntax.CLAIM).orElse(null),
        Set.copyOf(values.read(Setting.REQUIRED_SCOPES, ClaimSyntax.SCOPES).orElse(List.of())),
        expansion.rules(),
        sessions,
        opaque);
  }

  /** Splits the rules where issuers have keys of their own: by discovery, or as a preset knows. */
  private List<ProviderSettings> perKeySet(ProviderSettings settings, List<String> issuers) {
    if (verification != Verification.DISCOVERY || settings.jwksUrl() != null) {
      return List.of(settings);
    }
    Map<String, Set<String>> byKeys = new LinkedHashMap<>();
    for (String issuer : issuers) {
      String known = expansion.keySet(issuer);
      String keys = known == null ? "discovered " + issuer : known;
      byKeys.computeIfAbsent(keys, any -> new LinkedHashSet<>()).add(issuer);
    }
    if (byKeys.isEmpty()) {
      return List.of(settings);
    }
    List<ProviderSettings> split = new ArrayList<>();
    byKeys.forEach(
        (keys, some) -> {
          String known = expansion.keySet(some.iterator().next());
          String ownName = byKeys.size() == 1 ? name : name + "." + (split.size() + 1);
          split.add(settings.forIssuers(ownName, some, known == null ? null : URI.create(known)));
        });
    return split;
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
    if (preset != null) {
      new SeveralIdentities(preset, values, farSide).check(issuers);
    }
    boolean eddsa = admitted.filter(set -> set.contains(JwsAlgorithm.EDDSA)).isPresent();
    if (eddsa && verification == Verification.DISCOVERY) {
      farSide.eddsa(values.key(Setting.ALGORITHMS));
    }
  }
}
