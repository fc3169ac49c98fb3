package co.tambo.auth.internal.config;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
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

  BindingReader(Context context, Verification verification) {
    this.context = context;
    this.values = context.values();
    this.verification = verification;
  }

  Binding read() {
    List<String> parties =
        values.read(Setting.AUTHORIZED_PARTIES, Syntax.list(ClaimSyntax.NAME)).orElse(List.of());
    return new Binding(issuers(), audiences(!parties.isEmpty()), parties);
  }

  private List<String> issuers() {
    if (isNone(Setting.ISSUER)) {
      checkIssuerMayBeNone();
      return List.of();
    }
    if (verifies() && !values.isSet(Setting.ISSUER)) {
      values.missing(Setting.ISSUER, "set it to the iss of the tokens, character for character");
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
          "set it to this application's aud, set tambo.authorized-parties, or say none");
    }
    return judged(Setting.AUDIENCE, ClaimSyntax.NAME);
  }

  private List<String> judged(Setting setting, Syntax<String> item) {
    if (verification == Verification.TAMBO) {
      values.wrong(setting, "is not checked with tambo.verification=tambo; remove it");
      return List.of();
    }
    return values.read(setting, Syntax.list(item)).orElse(List.of());
  }

  private String issuer(String text) throws BadValueException {
    boolean discovery = verification == Verification.DISCOVERY;
    boolean plain = text.toLowerCase(Locale.ROOT).startsWith("http:");
    boolean discovered = discovery && !values.isSet(Setting.JWKS_URL);
    if (discovered || (plain && (discovery || context.production()))) {
      return WebAddress.discovered(context.production()).read(text);
    }
    return ClaimSyntax.NAME.read(text);
  }

  private boolean isNone(Setting setting) {
    Optional<String> text = values.find(setting).map(Values.Value::text);
    return text.filter("none"::equals).isPresent();
  }

  private boolean verifies() {
    return verification != Verification.NONE && verification != Verification.TAMBO;
  }
}
