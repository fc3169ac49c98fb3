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
import org.junit.jupiter.params.provider.ValueSource;

class EntraTest {

  private static final String TEMPLATE = "https://login.microsoftonline.com/{tenantid}/v2.0";
  private static final String TEMPLATE_V1 = "https://sts.windows.net/{tenantid}/";
  private static final String PERSONAL = "9188040d-6c67-4c5b-b112-36a304b66dad";
  private static final String OTHER = "00000000-1111-4222-8333-444444444444";

  private final Judged entra = Judged.by(Preset.ENTRA);

  private static Expansion of(String... tenants) {
    return Preset.ENTRA.expand(Judged.inputs(null, List.of(tenants)));
  }

  @Test
  void oneDirectoryIsInTheIssuersOfBothVersions() {
    Expansion one = of(Judged.DIRECTORY);
    String host = "https://login.microsoftonline.com/" + Judged.DIRECTORY;
    String first = "https://sts.windows.net/" + Judged.DIRECTORY + "/";
    assertEquals(List.of(host + "/v2.0", first), one.issuers());
    assertEquals(host + "/discovery/v2.0/keys", one.keySets().get(host + "/v2.0"));
    assertEquals(host + "/discovery/keys", one.keySets().get(first));
    assertEquals(List.of(Judged.DIRECTORY), one.tenants());
  }

  @ParameterizedTest
  @ValueSource(strings = {"common", "organizations", "consumers"})
  void allDirectoriesAreATemplate(String word) {
    Expansion open = of(word);
    assertEquals(List.of(TEMPLATE, TEMPLATE_V1), open.issuers());
    assertEquals(List.of(), open.tenants());
    assertEquals(
        "https://login.microsoftonline.com/common/discovery/v2.0/keys",
        open.keySets().get(TEMPLATE));
    assertEquals(
        "https://login.microsoftonline.com/common/discovery/keys", open.keySets().get(TEMPLATE_V1));
  }

  @Test
  void wordForAllBesideADirectoryMeansAll() {
    Expansion open = of(Judged.DIRECTORY, "organizations");
    assertEquals(List.of(TEMPLATE, TEMPLATE_V1), open.issuers());
    assertEquals(List.of(), open.tenants());
  }

  @Test
  void severalDirectoriesAreATemplateAndAList() {
    Expansion several = of(Judged.DIRECTORY, OTHER);
    assertEquals(List.of(TEMPLATE, TEMPLATE_V1), several.issuers());
    assertEquals(List.of(Judged.DIRECTORY, OTHER), several.tenants());
  }

  @Test
  void noDirectoryIsNoIssuer() {
    assertEquals(List.of(), of().issuers());
  }

  @Test
  void clientIdIsAnAudienceAlsoAsAppIdUri() {
    assertEquals(List.of("client", "api://client"), of().audiences());
    PresetInputs uri =
        new PresetInputs(null, List.of(), List.of("api://x/chat"), List.of(), List.of(), Set.of());
    assertEquals(List.of("api://x/chat"), Preset.ENTRA.expand(uri).audiences());
    assertEquals(List.of(JwsAlgorithm.RS256), of().algorithms());
  }

  @ParameterizedTest
  @CsvSource({
    "3d0c9a52-6b1f-4e87-9c34-5a7e1f20b6d8, ",
    "acme, TENANT_NOT_ACCEPTED",
    "9188040d-6c67-4c5b-b112-36a304b66dad, PERSONAL_ACCOUNT"
  })
  void directoryIsAGuidAndNotTheOneOfPersonalAccounts(String tenant, @Nullable Rejection expected) {
    assertEquals(expected, entra.objection("tid", tenant, "scp", "chat"));
  }

  @Test
  void directoryMustBeNamed() {
    assertEquals(Rejection.TENANT_NOT_ACCEPTED, entra.objection("scp", "chat"));
  }

  @Test
  void personalAccountsMayBeAllowed() {
    assertNull(Judged.by(Preset.ENTRA, Allowance.PERSONAL_ACCOUNTS).objection("tid", PERSONAL));
  }

  @Test
  void applicationIsTold() {
    String tid = Judged.DIRECTORY;
    Judged allowing = Judged.by(Preset.ENTRA, Allowance.MACHINE_TOKENS);
    assertEquals(Rejection.MACHINE_TOKEN, entra.objection("tid", tid, "idtyp", "app", "scp", "x"));
    assertEquals(Rejection.MACHINE_TOKEN, entra.objection("tid", tid, "azp", "client"));
    assertEquals(Rejection.MACHINE_TOKEN, entra.objection("tid", tid, "appid", "client"));
    assertNull(entra.objection("tid", tid, "azp", "client", "scp", "x"));
    assertNull(entra.objection("tid", tid));
    assertNull(allowing.objection("tid", tid, "azp", "client"));
  }

  @Test
  void partyIsOfEitherVersion() {
    ProviderRules rules = entra.expansion().rules();
    assertEquals("a", rules.party(Judged.token("azp", "a", "appid", "b")));
    assertEquals("b", rules.party(Judged.token("appid", "b")));
    assertNull(rules.party(Judged.token("client_id", "c")));
  }

  @Test
  void keyServesItsIssuerAlone() {
    ProviderRules rules = entra.expansion().rules();
    String issuer = TEMPLATE.replace("{tenantid}", Judged.DIRECTORY);
    TokenView token = Judged.token("iss", issuer, "tid", Judged.DIRECTORY);
    assertTrue(rules.mayBeSignedWith(null, token));
    assertTrue(rules.mayBeSignedWith(issuer, token));
    assertTrue(rules.mayBeSignedWith(TEMPLATE, token));
    assertFalse(rules.mayBeSignedWith(TEMPLATE.replace("{tenantid}", OTHER), token));
    assertFalse(rules.mayBeSignedWith(TEMPLATE_V1, token));
    assertFalse(rules.mayBeSignedWith(TEMPLATE, Judged.token("iss", issuer, "tid", OTHER)));
  }

  @Test
  void emailIsVouchedForOnlyOnRequest() {
    assertFalse(entra.user("email", "a@b.example", "email_verified", true).emailVerified());
    assertTrue(entra.user("xms_edov", true).emailVerified());
    assertTrue(entra.user("xms_edov", "1").emailVerified());
    assertTrue(entra.user("xms_edov", 1).emailVerified());
    assertFalse(entra.user("xms_edov", false).emailVerified());
  }

  @Test
  void rolesAndTenantHaveClaims() {
    UserClaims user = entra.user("roles", List.of("Chat.Admin"), "tid", OTHER, "scp", "a b");
    assertEquals(Set.of("Chat.Admin"), user.roles());
    assertEquals(OTHER, user.tenant());
    assertEquals(Set.of("a", "b"), user.scopes());
  }
}
