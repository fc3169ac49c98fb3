package co.tambo.auth.internal.providers;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import co.tambo.auth.internal.Rejection;
import co.tambo.auth.internal.jose.JwsAlgorithm;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class OktaTest {

  private final Judged okta = Judged.by(Preset.OKTA);

  @Test
  void domainMeansTheDefaultServer() {
    assertEquals(List.of("https://idp.example/oauth2/default"), okta.expansion().issuers());
    assertEquals(List.of("client"), okta.expansion().audiences());
    assertEquals(List.of(JwsAlgorithm.RS256), okta.expansion().algorithms());
    assertEquals(List.of(), Preset.OKTA.expand(Judged.inputs(null, List.of())).issuers());
  }

  @Test
  void partyIsTheClient() {
    assertEquals("c", okta.expansion().rules().party(Judged.token("cid", "c", "azp", "a")));
  }

  @Test
  void idTokenHasNoClient() {
    assertNull(okta.objection("sub", "ada"));
  }

  @Test
  void otherClientIsRefusedWhereOneIsNamed() {
    assertNull(okta.objection("cid", "client", "uid", "u"));
    assertEquals(Rejection.PARTY_NOT_ACCEPTED, okta.objection("cid", "other", "uid", "u"));
    PresetInputs anyClient =
        new PresetInputs("idp.example", List.of(), List.of(), List.of("api"), List.of(), Set.of());
    assertNull(Judged.by(Preset.OKTA, anyClient).objection("cid", "other", "uid", "u"));
  }

  @Test
  void serviceIsTold() {
    assertEquals(Rejection.MACHINE_TOKEN, okta.objection("cid", "client"));
    assertNull(Judged.by(Preset.OKTA, Allowance.MACHINE_TOKENS).objection("cid", "client"));
  }

  @Test
  void rolesAreGroupsAndScopesAnArray() {
    UserClaims user = okta.user("groups", List.of("admins"), "scp", List.of("a", "b"));
    assertEquals(Set.of("admins"), user.roles());
    assertEquals(Set.of("a", "b"), user.scopes());
  }
}
