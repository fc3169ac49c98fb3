package co.tambo.auth.internal.providers;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import co.tambo.auth.internal.Rejection;
import co.tambo.auth.internal.jose.JwsAlgorithm;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CognitoTest {

  private final Judged both = Judged.by(Preset.COGNITO, inputs("client", "api"));
  private final ProviderRules rules = both.expansion().rules();

  private static PresetInputs inputs(String clients, String audiences, Allowance... allowed) {
    return new PresetInputs(
        null,
        List.of("us-east-1_Pool"),
        clients.isEmpty() ? List.of() : List.of(clients),
        audiences.isEmpty() ? List.of() : List.of(audiences),
        List.of(),
        Set.of(allowed));
  }

  private static Expansion ofPools(String... pools) {
    return Preset.COGNITO.expand(
        new PresetInputs(null, List.of(pools), List.of(), List.of(), List.of("party"), Set.of()));
  }

  @Test
  void poolIsInTheIssuerWithItsRegion() {
    String issuer = "https://cognito-idp.us-east-1.amazonaws.com/us-east-1_Pool";
    assertEquals(List.of(issuer), both.expansion().issuers());
    assertEquals(issuer + "/.well-known/jwks.json", both.keySet());
    assertEquals(List.of(JwsAlgorithm.RS256), both.expansion().algorithms());
    assertEquals(
        List.of("https://cognito-idp.cn-north-1.amazonaws.com.cn/cn-north-1_P"),
        ofPools("cn-north-1_P").issuers());
    assertEquals(List.of(), ofPools("pool", "_pool").issuers());
  }

  @Test
  void clientsAreTheParties() {
    assertEquals(List.of("client"), both.expansion().parties());
    assertEquals(List.of("party"), ofPools("us-east-1_P").parties());
  }

  @Test
  void accessTokenIsBoundByItsClientAndIdTokenByItsAudience() {
    TokenView access = Judged.token("token_use", "access", "client_id", "c", "azp", "a");
    TokenView id = Judged.token("token_use", "id");
    assertTrue(rules.boundByParty(access));
    assertFalse(rules.boundByAudience(access));
    assertFalse(rules.boundByParty(id));
    assertTrue(rules.boundByAudience(id));
    assertEquals("c", rules.party(access));
  }

  @ParameterizedTest
  @CsvSource({
    "access, client, '', ",
    "access, '', api, TOKEN_USE_NOT_ACCEPTED",
    "id, '', api, ",
    "id, client, '', TOKEN_USE_NOT_ACCEPTED",
    "refresh, client, api, TOKEN_USE_NOT_ACCEPTED"
  })
  void onlyWhatCanBeBoundIsAccepted(
      String use, String client, String audience, @Nullable Rejection expected) {
    assertEquals(
        expected, Judged.by(Preset.COGNITO, inputs(client, audience)).objection("token_use", use));
  }

  @Test
  void clientThatIsItsOwnSubjectIsAMachine() {
    Object[] machine = {"token_use", "access", "client_id", "client", "sub", "client"};
    assertEquals(Rejection.MACHINE_TOKEN, both.objection(machine));
    assertNull(both.objection("token_use", "access", "client_id", "client", "sub", "ada"));
    assertNull(
        Judged.by(Preset.COGNITO, inputs("client", "", Allowance.MACHINE_TOKENS))
            .objection(machine));
  }

  @Test
  void rolesAreGroups() {
    assertEquals(Set.of("admins"), both.user("cognito:groups", List.of("admins")).roles());
  }
}
