package co.tambo.auth.internal.config;

import co.tambo.auth.internal.jose.JwsAlgorithm;
import co.tambo.auth.internal.providers.Allowance;
import co.tambo.auth.internal.providers.Expansion;
import co.tambo.auth.internal.providers.Preset;
import co.tambo.auth.internal.providers.PresetInputs;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads a provider's preset, and fills in what it implies. */
final class PresetReader {

  /**
   * A preset that was read.
   *
   * @param preset null without one
   * @param expansion what it implies; nothing without a preset
   * @param context the settings with what is implied
   */
  record Applied(@Nullable Preset preset, Expansion expansion, Context context) {}

  private final Context context;
  private final Values values;
  private final Verification verification;

  private PresetReader(Context context, Verification verification) {
    this.context = context;
    this.values = context.values();
    this.verification = verification;
  }

  static Applied read(Context context, Verification verification) {
    return new PresetReader(context, verification).read();
  }

  private Applied read() {
    Optional<Preset> preset = values.read(Setting.PRESET, Syntax.word(Preset.class));
    checkUnused(preset.orElse(null));
    PresetInputs inputs = inputs();
    Expansion expansion =
        preset.map(named -> named.expand(inputs)).orElse(Expansion.none(inputs.tenants()));
    Values implying = values.implying(implied(expansion));
    return new Applied(preset.orElse(null), expansion, context.with(implying));
  }

  private PresetInputs inputs() {
    Set<Allowance> allowed = allowed();
    return new PresetInputs(
        values.read(Setting.DOMAIN, WebAddress.domain()).orElse(null),
        BindingReader.names(values, Setting.TENANT),
        BindingReader.names(values, Setting.CLIENT_ID),
        BindingReader.names(values, Setting.AUDIENCE),
        BindingReader.names(values, Setting.AUTHORIZED_PARTIES),
        allowed);
  }

  private Set<Allowance> allowed() {
    List<Allowance> allowed =
        values.read(Setting.ALLOW, Syntax.list(Syntax.word(Allowance.class))).orElse(List.of());
    allowed.forEach(
        each ->
            context
                .findings()
                .warn(ConfigWarning.ALLOWED, values.key(Setting.ALLOW), Words.of(each)));
    return Set.copyOf(allowed);
  }

  /** Returns the ordinary settings that an expansion stands for, as far as they have a meaning. */
  private Map<Setting, String> implied(Expansion expansion) {
    Map<Setting, String> implied = new EnumMap<>(Setting.class);
    if (verification == Verification.TAMBO) {
      return implied;
    }
    put(implied, Setting.ISSUER, expansion.issuers());
    put(implied, Setting.AUDIENCE, expansion.audiences());
    put(implied, Setting.AUTHORIZED_PARTIES, expansion.parties());
    if (verification == Verification.DISCOVERY || verification == Verification.PUBLIC_KEY) {
      put(implied, Setting.ALGORITHMS, expansion.algorithms().stream().map(this::name).toList());
    }
    if (expansion.rolesClaim() != null) {
      implied.put(Setting.ROLES_CLAIM, expansion.rolesClaim());
    }
    if (expansion.tenantClaim() != null) {
      implied.put(Setting.TENANT_CLAIM, expansion.tenantClaim());
    }
    return implied;
  }

  private String name(JwsAlgorithm algorithm) {
    return algorithm == JwsAlgorithm.EDDSA ? "EdDSA" : algorithm.name();
  }

  private static void put(Map<Setting, String> implied, Setting setting, List<String> items) {
    if (!items.isEmpty()) {
      implied.put(setting, String.join(",", items));
    }
  }

  /** A setting that has no effect would be a check that is only believed in. */
  private void checkUnused(@Nullable Preset preset) {
    checkUnused(preset, Preset.Input.DOMAIN, Setting.DOMAIN, false);
    checkUnused(preset, Preset.Input.SESSION_SECRET, Setting.SESSION_SECRET, false);
    checkUnused(
        preset, Preset.Input.CLIENT_ID, Setting.CLIENT_ID, values.isSet(Setting.INTROSPECTION_URL));
    checkUnused(preset, Preset.Input.TENANT, Setting.TENANT, values.isSet(Setting.TENANT_CLAIM));
    if (preset == null) {
      values.wrong(Setting.ALLOW, "is used with a tambo.preset only; remove it");
    }
  }

  private void checkUnused(
      @Nullable Preset preset, Preset.Input input, Setting setting, boolean otherwiseUsed) {
    if (!otherwiseUsed && (preset == null || !preset.takes(input))) {
      values.wrong(setting, unused(preset, setting));
    }
  }

  private static String unused(@Nullable Preset preset, Setting setting) {
    String where = preset == null ? "without tambo.preset" : "by the preset " + Words.of(preset);
    String otherwise =
        setting == Setting.TENANT
            ? "; set tambo.tenant-claim, or remove it"
            : setting == Setting.CLIENT_ID
                ? "; set tambo.introspection-url, or remove it"
                : "; remove it";
    return "is not used " + where + otherwise;
  }
}
