package co.tambo.auth.internal.providers;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class AuthJsTest {

  private final ProviderRules rules = Judged.by(Preset.AUTHJS).expansion().rules();

  @Test
  void clientIdMeansGoogleBehindIt() {
    Expansion google = Preset.AUTHJS.expand(Judged.inputs(null, List.of("example.com")));
    assertEquals(List.of("https://accounts.google.com", "accounts.google.com"), google.issuers());
    assertEquals(List.of("client"), google.audiences());
    assertEquals(List.of("example.com"), google.tenants());
    assertTrue(google.sessionCookies().contains("__Secure-authjs.session-token"));
  }

  @Test
  void withoutAClientIdNothingIsKnownOfTheProvider() {
    Expansion other =
        Preset.AUTHJS.expand(
            new PresetInputs(null, List.of(), List.of(), List.of(), List.of(), Set.of()));
    assertEquals(List.of(), other.issuers());
    assertTrue(other.sessionCookies().contains("authjs.session-token"));
  }

  @Test
  void onlyASessionIsBoundByItsSecretAlone() {
    TokenView session = new TokenView(Map.of("alg", "dir"), Map.of());
    TokenView signed = new TokenView(Map.of("alg", "RS256"), Map.of());
    assertFalse(rules.boundByAudience(session));
    assertFalse(rules.boundByParty(session));
    assertTrue(rules.boundByAudience(signed));
    assertTrue(rules.boundByParty(signed));
  }
}
