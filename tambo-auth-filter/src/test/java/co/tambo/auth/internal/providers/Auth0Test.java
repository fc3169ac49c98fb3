package co.tambo.auth.internal.providers;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import co.tambo.auth.internal.Rejection;
import co.tambo.auth.internal.jose.JwsAlgorithm;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class Auth0Test {

  private final Judged auth0 = Judged.by(Preset.AUTH0);

  @Test
  void issuerEndsInASlashAndIsDiscovered() {
    assertEquals(List.of("https://idp.example/"), auth0.expansion().issuers());
    assertEquals(Map.of(), auth0.expansion().keySets());
    assertEquals(List.of(JwsAlgorithm.RS256, JwsAlgorithm.PS256), auth0.expansion().algorithms());
  }

  @Test
  void withoutADomainThereIsNoIssuer() {
    Expansion expansion = Preset.AUTH0.expand(Judged.inputs(null, List.of("org_1")));
    assertEquals(List.of(), expansion.issuers());
    assertEquals(List.of("org_1"), expansion.tenants());
  }

  @Test
  void organizationIsTheTenant() {
    assertEquals("org_1", auth0.user("org_id", "org_1").tenant());
    assertEquals(Set.of("read:x"), auth0.user("permissions", List.of("read:x")).permissions());
  }

  @Test
  void machineIsTold() {
    Judged allowing = Judged.by(Preset.AUTH0, Allowance.MACHINE_TOKENS);
    assertEquals(Rejection.MACHINE_TOKEN, auth0.objection("sub", "x@clients"));
    assertEquals(Rejection.MACHINE_TOKEN, auth0.objection("sub", "x", "gty", "client-credentials"));
    assertNull(auth0.objection("sub", "auth0|x", "gty", "password"));
    assertNull(auth0.objection("sub", "@clients|x"));
    assertNull(auth0.objection());
    assertNull(allowing.objection("sub", "x@clients", "gty", "client-credentials"));
  }
}
