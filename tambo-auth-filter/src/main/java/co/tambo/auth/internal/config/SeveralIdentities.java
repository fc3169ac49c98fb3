package co.tambo.auth.internal.config;

import co.tambo.auth.internal.providers.Preset;
import java.util.List;

/**
 * Notes where a configuration accepts several kinds of token by which one person has several
 * context keys: Tambo makes them of the issuer's host and the subject, and these differ.
 */
record SeveralIdentities(Preset preset, Values values, FarSide farSide) {

  void check(List<String> issuers) {
    boolean severalIssuers = issuers.size() > 1;
    if (preset == Preset.ENTRA && severalIssuers) {
      farSide.identities("version 1 and version 2 of Entra", values.key(Setting.ISSUER));
    }
    if (preset == Preset.FIREBASE && severalIssuers && values.isSet(Setting.USER_TOKEN)) {
      farSide.identities("Firebase's ID token and its session cookie", values.key(Setting.ISSUER));
    }
    if (preset == Preset.OKTA && acceptsBothKindsOfOkta()) {
      farSide.identities("Okta's access token and its ID token", values.key(Setting.AUDIENCE));
    }
    if (!issuers.isEmpty() && values.isSet(Setting.USERINFO_URL)) {
      farSide.identities("a signed token and an opaque token", values.key(Setting.USERINFO_URL));
    }
    if (!issuers.isEmpty() && values.isSet(Setting.SESSION_SECRET) && preset == Preset.AUTHJS) {
      farSide.identities(
          "the provider's token and the session of Auth.js", values.key(Setting.SESSION_SECRET));
    }
  }

  private boolean acceptsBothKindsOfOkta() {
    List<String> audiences = BindingReader.names(values, Setting.AUDIENCE);
    List<String> clients = BindingReader.names(values, Setting.CLIENT_ID);
    return audiences.stream().anyMatch(clients::contains) && !clients.containsAll(audiences);
  }
}
