package co.tambo.auth.internal.providers;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class UserClaimsTest {

  private static UserClaims common(Object... namesAndValues) {
    return UserClaims.common(Judged.claims(namesAndValues));
  }

  @Test
  void nothingIsNothing() {
    UserClaims user = common();
    assertEquals(new UserClaims(null, Set.of(), Set.of(), Set.of(), null, false), user);
  }

  @Test
  void scopesAreTextOrArrayUnderEitherName() {
    assertEquals(Set.of("a", "b"), common("scope", "a b").scopes());
    assertEquals(Set.of("a", "b"), common("scp", "a b").scopes());
    assertEquals(Set.of("a", "b"), common("scp", List.of("a", "b")).scopes());
    assertEquals(Set.of("a"), common("scope", "a", "scp", "b").scopes());
    assertEquals(Set.of("a,b"), common("scope", "a,b").scopes());
  }

  @Test
  void emailIsText() {
    assertEquals("a@b.example", common("email", "a@b.example").email());
    assertNull(common("email", "").email());
    assertNull(common("email", 1).email());
  }

  @Test
  void yesIsTrueOrTheWord() {
    assertTrue(common("email_verified", true).emailVerified());
    assertTrue(common("email_verified", "true").emailVerified());
    assertFalse(common("email_verified", "TRUE").emailVerified());
    assertFalse(common("email_verified", 1).emailVerified());
  }

  @Test
  void tenantIsTextThatIsNotBlank() {
    assertEquals("acme", common().withTenant("acme").tenant());
    assertNull(common().withTenant("acme").withTenant(" ").tenant());
    assertNull(common().withTenant(1).tenant());
  }

  @Test
  void wordsAreTextsThatAreNotBlank() {
    assertEquals(Set.of("a", "b c"), ClaimWords.of(Arrays.asList("a", " ", 1, null, "b c"), " "));
    assertEquals(Set.of("a", "b"), ClaimWords.roles("a, b,"));
    assertEquals(Set.of(), ClaimWords.roles(Map.of("a", 1)));
    assertEquals(Set.of(), ClaimWords.roles(null));
    assertEquals(
        List.of("c", "a", "b"), List.copyOf(ClaimWords.roles(List.of("c", "a", "b", "a"))));
  }

  @Test
  void configuredClaimsGoBeforeTheProvidersOwn() {
    Map<String, Object> claims =
        Judged.claims("org_id", "org_1", "org_role", "org:a", "team", "t", "r", "x,y");
    ProviderRules clerk = Judged.by(Preset.CLERK).expansion().rules();
    UserClaims own = new ClaimReading(clerk, null, null).user(claims);
    UserClaims told = new ClaimReading(clerk, "r", "team").user(claims);
    assertEquals("org_1", own.tenant());
    assertEquals(Set.of("org:a"), own.roles());
    assertEquals("t", told.tenant());
    assertEquals(Set.of("x", "y"), told.roles());
  }

  @Test
  void generalRulesObjectToNothing() {
    ProviderRules rules = ProviderRules.general();
    TokenView token = Judged.token("client_id", "c");
    assertEquals(Optional.empty(), rules.objection(token));
    assertTrue(rules.boundByAudience(token));
    assertTrue(rules.boundByParty(token));
    assertTrue(rules.mayBeSignedWith("https://any.example", token));
    assertEquals("c", rules.party(token));
    assertEquals("a", rules.party(Judged.token("azp", "a", "client_id", "c")));
    assertNull(rules.party(Judged.token("azp", 1)));
  }
}
