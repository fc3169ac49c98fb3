package co.tambo.auth.internal.providers;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import co.tambo.auth.internal.Rejection;
import co.tambo.auth.internal.jose.JwsAlgorithm;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class NeonTest {

  private static final String HOST = "ep-x.neonauth.example";

  private final Judged neon =
      Judged.by(Preset.NEON, Judged.inputs(HOST + "/neondb/auth", List.of()));

  @Test
  void originIsIssuerAndAudienceAndTheUrlHasTheKeys() {
    assertEquals(List.of("https://" + HOST), neon.expansion().issuers());
    assertEquals(List.of("https://" + HOST), neon.expansion().audiences());
    assertEquals("https://" + HOST + "/neondb/auth/.well-known/jwks.json", neon.keySet());
    assertEquals(List.of(JwsAlgorithm.EDDSA), neon.expansion().algorithms());
  }

  @Test
  void pathMayBeMissing() {
    assertEquals(List.of("https://idp.example"), Judged.by(Preset.NEON).expansion().issuers());
  }

  @Test
  void clientIdMeansStackAuth() {
    Judged stack = Judged.by(Preset.NEON, Judged.inputs(null, List.of()));
    String issuer = "https://api.stack-auth.com/api/v1/projects/client";
    assertEquals(List.of(issuer), stack.expansion().issuers());
    assertEquals(issuer + "/.well-known/jwks.json", stack.keySet());
    assertEquals(List.of("client"), stack.expansion().audiences());
    assertEquals(List.of(JwsAlgorithm.ES256, JwsAlgorithm.EDDSA), stack.expansion().algorithms());
  }

  @Test
  void anonymousAndBannedUsersAreTold() {
    Judged allowing = Judged.by(Preset.NEON, Allowance.ANONYMOUS_USERS);
    assertEquals(Rejection.ANONYMOUS_USER, neon.objection("is_anonymous", true));
    assertNull(neon.objection("is_anonymous", false, "banned", false));
    assertEquals(Rejection.BANNED_USER, neon.objection("banned", true));
    assertNull(allowing.objection("is_anonymous", true));
    assertEquals(Rejection.BANNED_USER, allowing.objection("is_anonymous", true, "banned", true));
  }

  @Test
  void organizationHasTheRoleAndTheDatabaseRoleIsNone() {
    UserClaims user =
        neon.user("role", "authenticated", "o", Map.of("id", "org-1", "role", "owner,admin"));
    assertEquals(Set.of("owner", "admin"), user.roles());
    assertEquals("org-1", user.tenant());
    assertEquals(Set.of(), neon.user("role", "authenticated").roles());
  }

  @Test
  void selectedTeamIsTheTenantInTheOldDays() {
    assertEquals("team", neon.user("selected_team_id", "team").tenant());
    assertTrue(neon.user("emailVerified", true).emailVerified());
  }
}
