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

class BetterAuthTest {

  private final Judged betterAuth = Judged.by(Preset.BETTER_AUTH);

  @Test
  void originIsIssuerAndAudience() {
    assertEquals(List.of("https://idp.example"), betterAuth.expansion().issuers());
    assertEquals(List.of("https://idp.example"), betterAuth.expansion().audiences());
    assertEquals("https://idp.example/api/auth/jwks", betterAuth.keySet());
    assertEquals(
        Set.of(
            JwsAlgorithm.EDDSA,
            JwsAlgorithm.ES256,
            JwsAlgorithm.ES512,
            JwsAlgorithm.PS256,
            JwsAlgorithm.RS256),
        Set.copyOf(betterAuth.expansion().algorithms()));
    assertEquals(List.of(), Preset.BETTER_AUTH.expand(Judged.inputs(null, List.of())).issuers());
  }

  @Test
  void bannedUserIsTold() {
    assertEquals(Rejection.BANNED_USER, betterAuth.objection("banned", true));
    assertEquals(Rejection.BANNED_USER, betterAuth.objection("banned", "true"));
    assertNull(betterAuth.objection("banned", false));
    assertNull(betterAuth.objection());
  }

  @Test
  void rolesAreOneText() {
    assertEquals(Set.of("admin", "editor"), betterAuth.user("role", "admin,editor").roles());
  }

  @Test
  void eitherSpellingVerifiesTheAddress() {
    assertTrue(betterAuth.user("emailVerified", true).emailVerified());
    assertTrue(betterAuth.user("email_verified", true).emailVerified());
    assertFalse(betterAuth.user("emailVerified", false).emailVerified());
  }
}
