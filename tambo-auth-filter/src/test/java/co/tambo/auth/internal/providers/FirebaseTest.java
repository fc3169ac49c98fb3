package co.tambo.auth.internal.providers;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import co.tambo.auth.internal.Rejection;
import co.tambo.auth.internal.jose.JwsAlgorithm;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class FirebaseTest {

  private final Judged firebase = Judged.by(Preset.FIREBASE);

  @Test
  void projectIsInTheIssuersOfTokensAndCookies() {
    assertEquals(
        List.of("https://securetoken.google.com/api", "https://session.firebase.google.com/api"),
        firebase.expansion().issuers());
    assertEquals(
        "https://www.googleapis.com/service_accounts/v1/jwk/"
            + "securetoken@system.gserviceaccount.com",
        firebase.keySet());
    assertEquals(
        "https://www.googleapis.com/identitytoolkit/v3/relyingparty/publicKeys",
        firebase.expansion().keySets().get("https://session.firebase.google.com/api"));
    assertEquals(List.of(JwsAlgorithm.RS256), firebase.expansion().algorithms());
  }

  @Test
  void subjectIsOfAtMost128Characters() {
    assertNull(firebase.objection("sub", "x".repeat(128)));
    assertEquals(Rejection.SUBJECT_UNUSABLE, firebase.objection("sub", "x".repeat(129)));
    assertEquals(Rejection.SUBJECT_UNUSABLE, firebase.objection());
  }

  @Test
  void signInAfterTheTokenIsRefused() {
    assertNull(firebase.objection("sub", "x", "auth_time", 1000L, "iat", 1000L));
    assertEquals(
        Rejection.ISSUED_IN_FUTURE,
        firebase.objection("sub", "x", "auth_time", 1001L, "iat", 1000L));
  }

  @Test
  void anonymousUserIsTold() {
    Map<String, String> anonymous = Map.of("sign_in_provider", "anonymous");
    assertEquals(Rejection.ANONYMOUS_USER, firebase.objection("sub", "x", "firebase", anonymous));
    assertNull(firebase.objection("sub", "x", "firebase", Map.of("sign_in_provider", "password")));
    assertNull(
        Judged.by(Preset.FIREBASE, Allowance.ANONYMOUS_USERS)
            .objection("sub", "x", "firebase", anonymous));
  }

  @Test
  void rolesAndTenantHaveClaims() {
    UserClaims user =
        firebase.user("roles", List.of("editor"), "firebase", Map.of("tenant", "acme"));
    assertEquals(Set.of("editor"), user.roles());
    assertEquals("acme", user.tenant());
    assertEquals(
        List.of("acme"), Preset.FIREBASE.expand(Judged.inputs(null, List.of("acme"))).tenants());
  }
}
