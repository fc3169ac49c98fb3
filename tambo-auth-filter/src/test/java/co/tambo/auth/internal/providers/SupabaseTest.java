package co.tambo.auth.internal.providers;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;

import co.tambo.auth.internal.Rejection;
import co.tambo.auth.internal.jose.JwsAlgorithm;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SupabaseTest {

  private final Judged supabase = Judged.by(Preset.SUPABASE);

  @Test
  void projectHostIsInTheIssuer() {
    assertEquals(List.of("https://idp.example/auth/v1"), supabase.expansion().issuers());
    assertEquals("https://idp.example/auth/v1/.well-known/jwks.json", supabase.keySet());
    assertEquals(List.of("authenticated"), supabase.expansion().audiences());
    assertEquals(
        List.of(JwsAlgorithm.ES256, JwsAlgorithm.RS256), supabase.expansion().algorithms());
    assertEquals(List.of(), Preset.SUPABASE.expand(Judged.inputs(null, List.of())).issuers());
  }

  @ParameterizedTest
  @CsvSource({
    "authenticated, ",
    "anon, PROJECT_API_KEY",
    "service_role, PROJECT_API_KEY",
    "editor, NO_USER_ROLE"
  })
  void onlySignedInUsersAreLetIn(String role, @Nullable Rejection expected) {
    assertEquals(expected, supabase.objection("role", role));
  }

  @Test
  void roleMustBeThere() {
    assertEquals(Rejection.NO_USER_ROLE, supabase.objection());
  }

  @Test
  void anonymousUserIsTold() {
    Judged allowing = Judged.by(Preset.SUPABASE, Allowance.ANONYMOUS_USERS);
    assertEquals(
        Rejection.ANONYMOUS_USER,
        supabase.objection("role", "authenticated", "is_anonymous", true));
    assertNull(supabase.objection("role", "authenticated", "is_anonymous", false));
    assertNull(allowing.objection("role", "authenticated", "is_anonymous", true));
    assertEquals(
        Rejection.PROJECT_API_KEY, allowing.objection("role", "anon", "is_anonymous", true));
  }

  @Test
  void whatTheUserWritesIsNeverLookedAt() {
    UserClaims user =
        supabase.user(
            "app_metadata",
            Map.of("roles", List.of("editor")),
            "user_metadata",
            Map.of("roles", List.of("admin"), "email_verified", true),
            "role",
            "authenticated",
            "email",
            "a@b.example",
            "email_verified",
            true);
    assertEquals(Set.of("editor"), user.roles());
    assertEquals("a@b.example", user.email());
    assertFalse(user.emailVerified());
  }
}
