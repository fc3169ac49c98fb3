package co.tambo.auth.internal.config;

import co.tambo.auth.internal.config.OpaqueSettings.Check;
import co.tambo.auth.internal.providers.Expansion;
import co.tambo.auth.internal.providers.Expansion.TokenCheck;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads how opaque tokens are checked. */
final class OpaqueReader {

  private final Context context;
  private final Values values;
  private final Verification verification;

  OpaqueReader(Context context, Verification verification) {
    this.context = context;
    this.values = context.values();
    this.verification = verification;
  }

  /** Reads the settings; empty when opaque tokens are refused. */
  Optional<OpaqueSettings> read(Expansion expansion) {
    if (verification == Verification.TAMBO || verification == Verification.NONE) {
      checkUnused();
      return Optional.empty();
    }
    TokenCheck check = expansion.tokenCheck();
    URI checkUrl = address(Setting.INTROSPECTION_URL, check == null ? null : check.checkUrl());
    URI userinfoUrl = address(Setting.USERINFO_URL, check == null ? null : check.userUrl());
    if (checkUrl == null) {
      values.wrong(Setting.CLIENT_SECRET, "is not used without tambo.introspection-url; remove it");
    }
    return checkUrl == null && userinfoUrl == null
        ? Optional.empty()
        : Optional.of(settings(checkUrl, userinfoUrl, check != null));
  }

  private OpaqueSettings settings(
      @Nullable URI checkUrl, @Nullable URI userinfoUrl, boolean byProvider) {
    Check check = byProvider ? Check.GITHUB : Check.INTROSPECTION;
    if (checkUrl == null) {
      context.findings().warn(ConfigWarning.USERINFO_UNBOUND, values.key(Setting.USERINFO_URL));
      return new OpaqueSettings(null, check, userinfoUrl, null, null);
    }
    return new OpaqueSettings(checkUrl, check, userinfoUrl, clientId(), clientSecret());
  }

  private @Nullable String clientId() {
    List<String> ids =
        values.read(Setting.CLIENT_ID, Syntax.list(ClaimSyntax.NAME)).orElse(List.of());
    if (ids.isEmpty()) {
      values.missing(Setting.CLIENT_ID, "set it to this application's id at the provider");
    } else if (ids.size() > 1) {
      values.wrong(Setting.CLIENT_ID, "a token is checked in the name of one client; name one");
    }
    return ids.isEmpty() ? null : ids.get(0);
  }

  private @Nullable String clientSecret() {
    if (!values.isSet(Setting.CLIENT_SECRET)) {
      values.missing(Setting.CLIENT_SECRET, "set it to the secret of tambo.client-id");
    }
    return values.read(Setting.CLIENT_SECRET, Syntax.text()).orElse(null);
  }

  private @Nullable URI address(Setting setting, @Nullable String implied) {
    return values
        .read(setting, WebAddress.fetched(context.production()))
        .orElse(implied == null ? null : URI.create(implied));
  }

  private void checkUnused() {
    for (Setting setting :
        List.of(Setting.INTROSPECTION_URL, Setting.USERINFO_URL, Setting.CLIENT_SECRET)) {
      values.wrong(
          setting, "is not used with tambo.verification=" + Words.of(verification) + "; remove it");
    }
  }
}
