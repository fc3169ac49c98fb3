package co.tambo.auth.internal.providers;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import co.tambo.auth.internal.Rejection;
import co.tambo.auth.internal.jose.JwsAlgorithm;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ClerkTest {

  private final Judged clerk = Judged.by(Preset.CLERK);

  private static TokenView headed(String name, String value, Object... claims) {
    return new TokenView(Map.of(name, value), Judged.claims(claims));
  }

  @Test
  void frontendApiIsTheIssuerAndHasTheKeys() {
    assertEquals(List.of("https://idp.example"), clerk.expansion().issuers());
    assertEquals("https://idp.example/.well-known/jwks.json", clerk.keySet());
    assertEquals(
        List.of(JwsAlgorithm.RS256, JwsAlgorithm.RS384, JwsAlgorithm.RS512),
        clerk.expansion().algorithms());
    assertEquals(List.of(), Preset.CLERK.expand(Judged.inputs(null, List.of())).issuers());
  }

  @Test
  void cookieNamesAreOfThePublishableKeyElseOfTheFrontendApi() {
    PresetInputs withoutKey =
        new PresetInputs("idp.example", List.of(), List.of(), List.of(), List.of(), Set.of());
    List<String> ofKey = clerk.expansion().sessionCookies();
    List<String> ofHost = Preset.CLERK.expand(withoutKey).sessionCookies();
    assertEquals("__session", ofKey.get(ofKey.size() - 1));
    assertEquals("__session", ofHost.get(ofHost.size() - 1));
    assertFalse(ofKey.equals(ofHost));
  }

  @Test
  void partyBindsWhereItIsNamed() {
    ProviderRules rules = clerk.expansion().rules();
    assertTrue(rules.boundByParty(Judged.token("azp", "x")));
    assertFalse(rules.boundByParty(Judged.token("sub", "x")));
  }

  @ParameterizedTest
  @CsvSource({
    "JWT, ",
    "at+jwt, OAUTH_TOKEN",
    "AT+JWT, OAUTH_TOKEN",
    "application/at+jwt, OAUTH_TOKEN"
  })
  void oauthApplicationIsToldByItsType(String typ, @Nullable Rejection expected) {
    assertEquals(expected, clerk.objection(headed("typ", typ)));
  }

  @Test
  void machineIsToldByCategoryAndSubject() {
    Judged allowing = Judged.by(Preset.CLERK, Allowance.MACHINE_TOKENS);
    assertEquals(Rejection.MACHINE_TOKEN, clerk.objection(headed("cat", "cl_B7d4PD333AAA")));
    assertEquals(Rejection.MACHINE_TOKEN, clerk.objection("sub", "mch_1"));
    assertNull(clerk.objection(headed("cat", "cl_B7d4PD111AAA", "sub", "user_1")));
    assertNull(allowing.objection(headed("cat", "cl_B7d4PD333AAA", "sub", "mch_1")));
  }

  @Test
  void sessionIsActiveWhereItSaysItsStatus() {
    assertNull(clerk.objection("sts", "active"));
    assertNull(clerk.objection("v", 2));
    assertEquals(Rejection.SESSION_PENDING, clerk.objection("sts", "pending"));
    assertEquals(Rejection.SESSION_PENDING, clerk.objection("sts", 1));
  }

  @Test
  void version1HasItsOrganizationInClaimsOfItsOwn() {
    UserClaims user =
        clerk.user(
            "org_id", "org_1", "org_role", "org:admin", "org_permissions", List.of("org:a:read"));
    assertEquals("org_1", user.tenant());
    assertEquals(Set.of("org:admin"), user.roles());
    assertEquals(Set.of("org:a:read"), user.permissions());
  }

  @Test
  void version2HasItsOrganizationInOneObject() {
    UserClaims user =
        clerk.user(
            "o", Map.of("id", "org_1", "rol", "admin", "per", "manage,read", "fpm", "3,2"),
            "fea", "o:dashboard,o:teams,u:billing",
            "org_id", "org_2");
    assertEquals("org_1", user.tenant());
    assertEquals(Set.of("org:admin"), user.roles());
    assertEquals(
        Set.of("org:dashboard:manage", "org:dashboard:read", "org:teams:read"), user.permissions());
  }

  private static Set<String> permissions(Object fea, Object per, Object fpm) {
    return ClerkOrganization.of(Map.of("per", per, "fpm", fpm), fea).permissions();
  }

  @Test
  void onlyFeaturesOfOrganizationsCount() {
    assertEquals(Set.of("org:b:read"), permissions("u:a,o:b", "read", "1"));
    assertEquals(Set.of("org:a:read"), permissions("ou:a", "read", "1"));
    assertEquals(Set.of("org:a:read"), permissions("uo:a", "read", "1"));
    assertEquals(Set.of(), permissions("a,:o", "read", "1,1"));
    assertEquals(Set.of(), permissions("uo", "read", "1"));
  }

  @Test
  void listsMayHaveBlanksAndBeOfUnequalLength() {
    assertEquals(
        Set.of("org:a:read", "org:b:write"), permissions("o:a, o:b", "read, write", "1, 2, 3"));
    assertEquals(Set.of("org:a:read"), permissions("o:a,o:b", "read", "1"));
    assertEquals(Set.of("org:a:read"), permissions("o:a", "read", "3"));
    assertEquals(Set.of(), permissions("o:a", "", "1"));
    assertEquals(Set.of(), permissions("", "", ""));
    assertEquals(Set.of(), permissions(List.of("o:a"), "read", "1"));
  }

  @Test
  void maskIsAnyWholeNumberWithinReason() {
    assertEquals(Set.of("org:a:p70"), permissions("o:a", names(71), "1180591620717411303424"));
    assertEquals(Set.of(), permissions("o:a", "read", "-1"));
    assertEquals(Set.of(), permissions("o:a", "read", "1x"));
    assertEquals(Set.of(), permissions("o:a", "read", ","));
    assertEquals(Set.of(), permissions("o:a", "read", "\u0661"));
    assertEquals(Set.of("org:a:read"), permissions("o:a", "read", "0".repeat(99) + "1"));
    assertEquals(Set.of(), permissions("o:a", "read", "0".repeat(100) + "1"));
  }

  private static String names(int count) {
    StringBuilder names = new StringBuilder("p0");
    for (int i = 1; i < count; i++) {
      names.append(",p").append(i);
    }
    return names.toString();
  }

  @Test
  void roleHasItsPrefixOnce() {
    assertEquals(Set.of("org:a"), ClerkOrganization.of(Map.of("rol", "org:a"), "").roles());
    assertEquals(Set.of("org:a"), ClerkOrganization.of(Map.of("rol", "a"), "").roles());
    assertEquals(Set.of(), ClerkOrganization.of(Map.of("rol", " "), "").roles());
    assertEquals(Set.of(), ClerkOrganization.of(Map.of("rol", 1), "").roles());
  }
}
