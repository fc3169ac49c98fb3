package co.tambo.auth.internal.providers;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import co.tambo.auth.internal.Rejection;
import co.tambo.auth.internal.jose.JwsAlgorithm;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class WorkOsTest {

  private final Judged workos = Judged.by(Preset.WORKOS, Judged.inputs(null, List.of()));

  @Test
  void clientHasAnIssuerAndKeysThatBindItsTokens() {
    assertEquals(
        List.of("https://api.workos.com/user_management/client"), workos.expansion().issuers());
    assertEquals("https://api.workos.com/sso/jwks/client", workos.keySet());
    assertTrue(workos.expansion().boundByKeys());
    assertEquals(List.of(JwsAlgorithm.RS256), workos.expansion().algorithms());
    assertEquals(List.of("wos-session"), workos.expansion().sessionCookies());
  }

  @Test
  void domainOfOnesOwnIsInTheIssuer() {
    assertEquals(
        List.of("https://idp.example/user_management/client"),
        Judged.by(Preset.WORKOS).expansion().issuers());
  }

  @Test
  void withoutAClientNothingIsBound() {
    Expansion expansion =
        Preset.WORKOS.expand(
            new PresetInputs(null, List.of(), List.of(), List.of(), List.of(), Set.of()));
    assertEquals(List.of(), expansion.issuers());
    assertFalse(expansion.boundByKeys());
    assertNull(new Judged(expansion).objection("client_id", "any"));
  }

  @Test
  void otherClientIsRefused() {
    assertNull(workos.objection("client_id", "client", "sub", "user_1"));
    assertNull(workos.objection("sub", "user_1"));
    assertEquals(
        Rejection.PARTY_NOT_ACCEPTED, workos.objection("client_id", "other", "sub", "user_1"));
  }

  @Test
  void machineIsTold() {
    assertEquals(Rejection.MACHINE_TOKEN, workos.objection("sub", "client_1"));
    assertNull(workos.objection());
    assertNull(Judged.by(Preset.WORKOS, Allowance.MACHINE_TOKENS).objection("sub", "client_1"));
  }

  @Test
  void severalRolesGoBeforeTheOne() {
    assertEquals(Set.of("a", "b"), workos.user("role", "a", "roles", List.of("a", "b")).roles());
    assertEquals(Set.of("a"), workos.user("role", "a").roles());
    assertEquals("org_1", workos.user("org_id", "org_1").tenant());
    assertEquals(
        Set.of("posts:read"), workos.user("permissions", List.of("posts:read")).permissions());
  }
}
