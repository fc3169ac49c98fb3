package co.tambo.auth.internal.providers;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import co.tambo.auth.internal.Rejection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class KeycloakTest {

  private final Judged keycloak = Judged.by(Preset.KEYCLOAK);

  @ParameterizedTest
  @CsvSource({
    "Bearer, ",
    "ID, ID_TOKEN",
    "Refresh, REFRESH_TOKEN",
    "Offline, REFRESH_TOKEN",
    "Logout, LOGOUT_TOKEN",
    "DPoP, BOUND_TO_A_KEY",
    "bearer, TYPE_NOT_ALLOWED"
  })
  void payloadSaysWhatATokenIsFor(String typ, @Nullable Rejection expected) {
    assertEquals(expected, keycloak.objection("typ", typ));
  }

  @Test
  void payloadMustSayIt() {
    assertEquals(Rejection.TYPE_NOT_ALLOWED, keycloak.objection());
  }

  @Test
  void serviceAccountIsTold() {
    String name = "service-account-job";
    assertEquals(
        Rejection.MACHINE_TOKEN, keycloak.objection("typ", "Bearer", "preferred_username", name));
    assertNull(keycloak.objection("typ", "Bearer", "preferred_username", "x-" + name));
    assertNull(
        Judged.by(Preset.KEYCLOAK, Allowance.MACHINE_TOKENS)
            .objection("typ", "Bearer", "preferred_username", name));
  }

  @Test
  void rolesAreTheRealmsAndThoseOfTheAudiences() {
    UserClaims user =
        keycloak.user(
            "realm_access", Map.of("roles", List.of("chat admin")),
            "resource_access",
                Map.of(
                    "api", Map.of("roles", List.of("writer")),
                    "account", Map.of("roles", List.of("manage-account")),
                    "broken", "x"));
    assertEquals(Set.of("chat admin", "writer"), user.roles());
    assertEquals(Set.of(), keycloak.user("realm_access", "x", "resource_access", "y").roles());
  }

  @Test
  void oneOrganizationIsTheTenant() {
    assertEquals("acme", keycloak.user("organization", "acme").tenant());
    assertEquals("acme", keycloak.user("organization", List.of("acme")).tenant());
    assertEquals("acme", keycloak.user("organization", Map.of("acme", Map.of("id", "1"))).tenant());
    assertNull(keycloak.user("organization", List.of("acme", "other")).tenant());
    assertNull(keycloak.user("organization", Map.of("acme", Map.of(), "other", Map.of())).tenant());
    assertNull(keycloak.user("organization", List.of()).tenant());
    assertNull(keycloak.user("organization", 1).tenant());
  }

  @Test
  void tenantsAreOrganizations() {
    assertEquals(
        List.of("acme"), Preset.KEYCLOAK.expand(Judged.inputs(null, List.of("acme"))).tenants());
  }
}
