package co.tambo.auth.internal.config;

import co.tambo.auth.internal.config.OpaqueSettings.Check;
import co.tambo.auth.internal.providers.Expansion;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Reads what binds a token to this application: issuer, audience, authorized party. */
final class BindingReader {

  /** What only a verification of our own can check. */
  static final Set<Setting> NOT_JUDGED_BY_TAMBO =
      Set.of(
          Setting.ALGORITHMS,
          Setting.AUTHORIZED_PARTIES,
          Setting.REQUIRED_SCOPES,
          Setting.NAME_CLAIM,
          Setting.ROLES_CLAIM,
          Setting.TENANT_CLAIM);

  private final Context context;
  private final Values values;
  private final Verification verification;
  private final Expansion expansion;

  BindingReader(Context context, Verification verification, Expansion expansion) {
    this.context = context;
    this.values = context.values();
    this.verification = verification;
    this.expansion = expansion;
  }

  /** Reads what binds opaque tokens where no signed ones are accepted: what answers are held to. */
  Binding ofAnswers(OpaqueSettings opaque) {
    boolean introspected = opaque.checkUrl() != null && opaque.check() == Check.INTROSPECTION;
    boolean byAudience = introspected && !isNone(Setting.AUDIENCE);
    return new Binding(
        List.of(),
        byAudience ? judged(Setting.AUDIENCE, ClaimSyntax.NAME) : List.of(),
        introspected ? parties() : List.of(),
        expansion.tenants());
  }

  /** Reads what binds encrypted sessions alone: the secret does, but for the tenant. */
  Binding ofSessions() {
    for (Setting setting : List.of(Setting.AUDIENCE, Setting.AUTHORIZED_PARTIES)) {
      values.wrong(
          setting, "is not used for encrypted sessions, which name no audience; remove it");
    }
    return new Binding(List.of(), List.of(), List.of(), expansion.tenants());
  }

  Binding read() {
    List<String> parties = parties();
    List<String> issuers = issuers();
    boolean otherwiseBound = !parties.isEmpty() || boundByKeys(issuers);
    return new Binding(issuers, audiences(otherwiseBound), parties, expansion.tenants());
  }

  private boolean boundByKeys(List<String> issuers) {
    return expansion.boundByKeys()
        && !issuers.isEmpty()
        && (values.isSet(Setting.JWKS_URL)
            || issuers.stream().allMatch(issuer -> expansion.keySet(issuer) != null));
  }

  private List<String> parties() {
    return values.read(Setting.AUTHORIZED_PARTIES, Syntax.list(ClaimSyntax.NAME)).orElse(List.of());
  }

  private List<String> issuers() {
    if (isNone(Setting.ISSUER)) {
      checkIssuerMayBeNone();
      return List.of();
    }
    if (verifies() && !values.isSet(Setting.ISSUER)) {
      values.missing(
          Setting.ISSUER, otherwise("set it to the iss of the tokens, character for character"));
    }
    return judged(Setting.ISSUER, this::issuer);
  }

  private void checkIssuerMayBeNone() {
    if (verification == Verification.DISCOVERY) {
      values.wrong(Setting.ISSUER, "discovery needs an issuer; name it");
    } else if (verifies()) {
      context.findings().warn(ConfigWarning.ISSUER_UNCHECKED, values.key(Setting.ISSUER));
    }
  }

  private List<String> audiences(boolean otherwiseBound) {
    if (isNone(Setting.AUDIENCE)) {
      if (verifies() && !otherwiseBound) {
        context.findings().warn(ConfigWarning.AUDIENCE_UNCHECKED, values.key(Setting.AUDIENCE));
      }
      return List.of();
    }
    if (verifies() && !otherwiseBound && !values.isSet(Setting.AUDIENCE)) {
      values.missing(
          Setting.AUDIENCE,
          otherwise("set it to this application's aud, set tambo.authorized-parties, or say none"));
    }
    return judged(Setting.AUDIENCE, ClaimSyntax.NAME);
  }

  /** Returns how to set what is missing; a preset knows better. */
  private String otherwise(String fix) {
    return expansion.needs().isEmpty() ? fix : expansion.needs();
  }

  private List<String> judged(Setting setting, Syntax<String> item) {
    if (verification == Verification.TAMBO) {
      values.wrong(setting, "is not checked with tambo.verification=tambo; remove it");
      return List.of();
    }
    return values.read(setting, Syntax.list(item)).orElse(List.of());
  }

  private String issuer(String text) throws BadValueException {
    if (expansion.keySets().containsKey(text)) {
      return text;
    }
    boolean discovery = verification == Verification.DISCOVERY;
    boolean plain = text.toLowerCase(Locale.ROOT).startsWith("http:");
    boolean discovered =
        discovery && !values.isSet(Setting.JWKS_URL) && expansion.keySet(text) == null;
    if (discovered || (plain && (discovery || context.production()))) {
      return WebAddress.discovered(context.production()).read(text);
    }
    return ClaimSyntax.NAME.read(text);
  }

  private boolean isNone(Setting setting) {
    return isNone(values, setting);
  }

  private static boolean isNone(Values values, Setting setting) {
    return values.find(setting).filter(value -> value.text().equals("none")).isPresent();
  }

  /** Reads a list of names; the word none, or nothing, is none. */
  static List<String> names(Values values, Setting setting) {
    return isNone(values, setting)
        ? List.of()
        : values.read(setting, Syntax.list(ClaimSyntax.NAME)).orElse(List.of());
  }

  private boolean verifies() {
    return verification != Verification.NONE && verification != Verification.TAMBO;
  }
}
