package co.tambo.auth.internal.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import co.tambo.auth.internal.jose.JwsAlgorithm;
import co.tambo.auth.internal.providers.Preset;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PresetReaderTest {

  private static final String DIRECTORY = "7f1c2d3e-4a5b-4c6d-8e9f-0a1b2c3d4e5f";

  private static List<ProviderSettings> providers(String... keysAndValues) {
    return Reading.of(keysAndValues).providers();
  }

  private static ProviderSettings auth0(String... keysAndValues) {
    Map<String, String> values =
        Reading.map(
            "tambo.preset", "auth0", "tambo.domain", "a.auth0.com", "tambo.audience", "api");
    values.putAll(Reading.map(keysAndValues));
    return Reading.of(values).providers().get(0);
  }

  @Nested
  class WhatIsImplied {

    @Test
    void fillsInWhatNobodyHasSet() {
      ProviderSettings provider = auth0();
      assertEquals(Preset.AUTH0, provider.preset());
      assertEquals(Set.of("https://a.auth0.com/"), provider.issuers());
      assertEquals(Set.of(JwsAlgorithm.RS256, JwsAlgorithm.PS256), provider.algorithms());
      assertEquals("org_id", provider.tenantClaim());
      assertNull(provider.jwksUrl());
    }

    @Test
    void givesWayToWhatIsSet() {
      ProviderSettings provider =
          auth0(
              "tambo.issuer", "https://login.example/",
              "tambo.algorithms", "ES256",
              "tambo.tenant-claim", "org_name",
              "tambo.jwks-url", "https://login.example/keys");
      assertEquals(Set.of("https://login.example/"), provider.issuers());
      assertEquals(Set.of(JwsAlgorithm.ES256), provider.algorithms());
      assertEquals("org_name", provider.tenantClaim());
      assertEquals(URI.create("https://login.example/keys"), provider.jwksUrl());
    }

    @Test
    void isTurnedOffByTheWordNone() {
      assertNull(auth0("tambo.tenant-claim", "none").tenantClaim());
    }

    @Test
    void isShownAtTheStart() {
      String description =
          Reading.of("tambo.preset", "google", "tambo.client-id", "web").description();
      assertTrue(
          description.contains("Provider default (preset google): verification discovery, issuer"),
          description);
      assertTrue(description.contains("keys from https://www.googleapis.com/oauth2/v3/certs"));
      assertTrue(description.contains("tenant from hd"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"a.auth0.com", "https://a.auth0.com", "https://a.auth0.com/"})
    void domainIsTakenWithAndWithoutScheme(String domain) {
      assertEquals(Set.of("https://a.auth0.com/"), auth0("tambo.domain", domain).issuers());
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://a.auth0.com", "a b", "a.auth0.com?x", "u@a.auth0.com"})
    void domainIsAHost(String domain) {
      Map<String, String> values =
          Reading.map("tambo.preset", "auth0", "tambo.domain", domain, "tambo.audience", "api");
      assertTrue(Reading.problems(values).get(0).startsWith("tambo.domain="));
    }

    @Test
    void algorithmsOfAnAsymmetricPresetDoNotBindASecret() {
      ProviderSettings provider =
          providers(
                  "tambo.preset", "supabase",
                  "tambo.domain", "ref.supabase.co",
                  "tambo.verification", "secret",
                  "tambo.secret", "0123456789abcdefghijklmnopqrstuv")
              .get(0);
      assertEquals(Set.of(JwsAlgorithm.HS256), provider.algorithms());
      assertEquals(Set.of("https://ref.supabase.co/auth/v1"), provider.issuers());
    }
  }

  @Nested
  class KeySets {

    @Test
    void issuersOfOneKeySetStayTogether() {
      List<ProviderSettings> google = providers("tambo.preset", "google", "tambo.client-id", "web");
      assertEquals(1, google.size());
      assertEquals(
          Set.of("https://accounts.google.com", "accounts.google.com"), google.get(0).issuers());
    }

    @Test
    void issuersWithKeysOfTheirOwnAreApart() {
      List<ProviderSettings> entra =
          providers("tambo.preset", "entra", "tambo.tenant", DIRECTORY, "tambo.client-id", "app");
      assertEquals(
          List.of(
              URI.create("https://login.microsoftonline.com/" + DIRECTORY + "/discovery/v2.0/keys"),
              URI.create("https://login.microsoftonline.com/" + DIRECTORY + "/discovery/keys")),
          entra.stream().map(ProviderSettings::jwksUrl).toList());
      assertEquals(
          List.of("default.1", "default.2"), entra.stream().map(ProviderSettings::name).toList());
    }

    @Test
    void oneVersionCanBeChosen() {
      List<ProviderSettings> entra =
          providers(
              "tambo.preset",
              "entra",
              "tambo.tenant",
              DIRECTORY,
              "tambo.client-id",
              "app",
              "tambo.issuer",
              "https://login.microsoftonline.com/" + DIRECTORY + "/v2.0");
      assertEquals(1, entra.size());
      assertTrue(String.valueOf(entra.get(0).jwksUrl()).endsWith("/discovery/v2.0/keys"));
    }

    @Test
    void keysOfAWorkOsClientServeWhateverIssuerIsNamed() {
      ProviderSettings workOs =
          providers(
                  "tambo.preset", "workos",
                  "tambo.client-id", "client_1",
                  "tambo.issuer", "https://auth.example.com")
              .get(0);
      assertEquals(URI.create("https://api.workos.com/sso/jwks/client_1"), workOs.jwksUrl());
    }

    @Test
    void keysOfAnIssuerThatNoClientOwnsBindNothing() {
      List<String> problems =
          Reading.problems(
              "tambo.preset", "workos",
              "tambo.client-id", "client_1,client_2",
              "tambo.issuer", "https://auth.example.com");
      assertTrue(problems.get(0).startsWith("tambo.audience is missing"), problems::toString);
    }

    @Test
    void severalDirectoriesShareATemplate() {
      List<ProviderSettings> entra =
          providers(
              "tambo.preset", "entra", "tambo.tenant", "organizations", "tambo.client-id", "a");
      assertEquals(
          Set.of("https://login.microsoftonline.com/{tenantid}/v2.0"), entra.get(0).issuers());
      assertTrue(entra.get(0).tenants().isEmpty());
    }
  }

  @Nested
  class WhatIsMissing {

    @ParameterizedTest
    @CsvSource({
      "google, tambo.audience, tambo.client-id",
      "entra, tambo.issuer, tambo.tenant",
      "auth0, tambo.issuer, tambo.domain",
      "clerk, tambo.audience, tambo.authorized-parties",
      "firebase, tambo.issuer, tambo.audience",
      "supabase, tambo.issuer, tambo.domain",
      "neon, tambo.issuer, tambo.domain",
      "workos, tambo.issuer, tambo.client-id",
      "better-auth, tambo.issuer, tambo.domain",
      "authjs, tambo.issuer, tambo.client-id",
      "keycloak, tambo.issuer, tambo.audience",
      "okta, tambo.audience, tambo.domain",
      "cognito, tambo.issuer, tambo.tenant",
    })
    void isSaidWithWhatThePresetNeeds(String preset, String missing, String needed) {
      List<String> problems = Reading.problems("tambo.preset", preset);
      assertTrue(
          problems.stream()
              .anyMatch(p -> p.startsWith(missing + " is missing") && p.contains(needed)),
          problems::toString);
    }

    @Test
    void directoryThatIsNoGuidIsNoDirectory() {
      List<String> problems =
          Reading.problems(
              "tambo.preset", "entra",
              "tambo.tenant", "contoso.onmicrosoft.com",
              "tambo.client-id", "app");
      assertTrue(problems.get(0).startsWith("tambo.issuer is missing"), problems::toString);
    }

    @Test
    void gitHubIsAskedInTheNameOfAClient() {
      List<String> problems = Reading.problems("tambo.preset", "github", "tambo.client-id", "app");
      assertEquals(1, problems.size());
      assertTrue(problems.get(0).startsWith("tambo.client-secret is missing"));
    }

    @Test
    void nameOfAPresetIsOneOfThem() {
      assertTrue(
          Reading.problems("tambo.preset", "key-cloak").get(0).contains("did you mean keycloak?"));
    }
  }

  @Nested
  class WhatIsNotUsed {

    @ParameterizedTest
    @CsvSource({
      "tambo.domain, example.com",
      "tambo.tenant, acme",
      "tambo.client-id, web",
      "tambo.client-secret, hidden",
      "tambo.session-secret, 0123456789abcdefghijklmnopqrstuv",
      "tambo.allow, machine-tokens"
    })
    void isAProblemWithoutAPreset(String key, String value) {
      assertTrue(Reading.problemWithToken(key, value).startsWith(key + "="));
    }

    @ParameterizedTest
    @CsvSource({
      "tambo.domain, example.com",
      "tambo.client-id, web",
      "tambo.session-secret, 0123456789abcdefghijklmnopqrstuv"
    })
    void isAProblemWithAPresetThatHasNoUseForIt(String key, String value) {
      assertTrue(
          Reading.problemWithToken("tambo.preset", "keycloak", key, value)
              .contains("is not used by the preset keycloak"));
    }

    @Test
    void tenantIsOfUseWithATenantClaim() {
      assertEquals(
          Set.of("acme", "shop"),
          Reading.provider("tambo.tenant", "acme, shop", "tambo.tenant-claim", "org").tenants());
    }

    @ParameterizedTest
    @ValueSource(strings = {"none", "tambo"})
    void opaqueTokensAreNotCheckedWhereNothingIs(String verification) {
      List<String> problems =
          Reading.problems(
              "tambo.verification", verification,
              "tambo.api-key", "tambo_k",
              "tambo.userinfo-url", "https://idp.example/userinfo");
      assertEquals(1, problems.size(), problems::toString);
      assertTrue(problems.get(0).contains("is not used with tambo.verification=" + verification));
    }

    @Test
    void nothingIsImpliedWhereTamboJudges() {
      Policy policy =
          Reading.of(
              "tambo.preset", "auth0",
              "tambo.domain", "a.auth0.com",
              "tambo.verification", "tambo",
              "tambo.api-key", "tambo_k");
      assertTrue(policy.providers().get(0).issuers().isEmpty());
    }
  }

  @Nested
  class Warnings {

    @Test
    void everyAllowanceIsSaid() {
      Policy policy =
          Reading.of(
              "tambo.preset", "auth0",
              "tambo.domain", "a.auth0.com",
              "tambo.audience", "api",
              "tambo.allow", "machine-tokens, anonymous-users");
      assertEquals(List.of("TAMBO-912", "TAMBO-912"), Reading.codes(policy));
      assertTrue(policy.warnings().get(0).message().contains("machine-tokens"));
    }

    @Test
    void userInfoAloneBindsNothing() {
      assertEquals(
          List.of("TAMBO-913"),
          Reading.codes(Reading.withToken("tambo.userinfo-url", "https://idp.example/userinfo")));
    }

    @ParameterizedTest
    @CsvSource({
      "entra, tambo.tenant, 7f1c2d3e-4a5b-4c6d-8e9f-0a1b2c3d4e5f, tambo.client-id, app",
      "firebase, tambo.audience, demo, tambo.user-token, cookie:session",
      "okta, tambo.client-id, web, tambo.audience, 'web,api://default'"
    })
    void twoIdentitiesOfOnePersonAreSaid(
        String preset, String key, String value, String otherKey, String otherValue) {
      Map<String, String> values =
          Reading.map("tambo.preset", preset, key, value, otherKey, otherValue);
      if (preset.equals("okta")) {
        values.put("tambo.domain", "example.okta.com");
      }
      assertFalse(Reading.codes(Reading.of(values)).contains("TAMBO-929"));
      values.put("tambo.api-key", "tambo_k");
      assertTrue(Reading.codes(Reading.of(values)).contains("TAMBO-929"));
    }

    @Test
    void oneKindOfOktaIsOneIdentity() {
      for (String audience : List.of("web", "api://default")) {
        Policy policy =
            Reading.of(
                "tambo.preset", "okta",
                "tambo.domain", "example.okta.com",
                "tambo.client-id", "web",
                "tambo.audience", audience,
                "tambo.api-key", "tambo_k");
        assertFalse(Reading.codes(policy).contains("TAMBO-929"));
      }
    }
  }

  @Nested
  class Sessions {

    private static final String SECRET = "0123456789abcdefghijklmnopqrstuv";

    @Test
    void authJsNeedsNothingButItsSecret() {
      ProviderSettings provider =
          providers("tambo.preset", "authjs", "tambo.session-secret", SECRET).get(0);
      assertFalse(provider.signed());
      assertNotNull(provider.sessions());
      assertEquals(List.of(SECRET), provider.sessions().secrets());
    }

    @Test
    void nameOfTheCookieIsPartOfItsKey() {
      ProviderSettings provider =
          providers(
                  "tambo.preset", "authjs",
                  "tambo.session-secret", SECRET,
                  "tambo.user-token", "cookie:shop.session")
              .get(0);
      assertTrue(String.valueOf(provider.sessions()).contains("shop.session"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"tambo.audience", "tambo.authorized-parties"})
    void nothingInASessionIsHeldToAnAudience(String key) {
      List<String> problems =
          Reading.problems("tambo.preset", "authjs", "tambo.session-secret", SECRET, key, "web");
      assertEquals(1, problems.size(), problems::toString);
      assertTrue(problems.get(0).startsWith(key + "=web"), problems::toString);
    }

    @Test
    void sessionsReachTamboAsATokenOfOurs() {
      Map<String, String> values =
          Reading.map(
              "tambo.preset", "authjs",
              "tambo.session-secret", SECRET,
              "tambo.api-key", "tambo_k");
      assertEquals(List.of("TAMBO-930"), Reading.codes(Reading.of(values)));
      values.put("tambo.exchange.subject-token", "signed");
      values.put("tambo.exchange.signing-secret", "another text of thirty-two characters");
      assertEquals(List.of(), Reading.codes(Reading.of(values)));
    }

    @Test
    void secretIsLongAndNeverShown() {
      List<String> problems =
          Reading.problems("tambo.preset", "authjs", "tambo.session-secret", "0123456789abcdef");
      assertTrue(problems.get(0).startsWith("tambo.session-secret=**** "), problems::toString);
      Policy policy = Reading.of("tambo.preset", "authjs", "tambo.session-secret", SECRET);
      assertFalse((policy + " " + policy.providers()).contains(SECRET));
    }

    @Test
    void clerkPrefersTheCookieOfItsInstance() {
      ProviderSettings provider =
          providers(
                  "tambo.preset", "clerk",
                  "tambo.domain", "clerk.example.com",
                  "tambo.authorized-parties", "https://app.example.com",
                  "tambo.client-id", "pk_test_Y2xlcmsuZXhhbXBsZS5jb20k")
              .get(0);
      assertNotNull(provider.sessions());
      assertEquals(
          List.of("__session_l2OS3d9k", "__session"), provider.sessions().namesFor("__session"));
      assertEquals(List.of("other"), provider.sessions().namesFor("other"));
    }
  }

  @Test
  void providersSideBySideHaveEachTheirPreset() {
    Policy policy =
        Reading.of(
            "tambo.providers", "staff,customers",
            "tambo.provider.staff.preset", "google",
            "tambo.provider.staff.client-id", "web",
            "tambo.provider.staff.tenant", "example.com",
            "tambo.provider.customers.preset", "auth0",
            "tambo.provider.customers.domain", "a.auth0.com",
            "tambo.provider.customers.audience", "api");
    assertEquals(
        List.of(Preset.GOOGLE, Preset.AUTH0),
        policy.providers().stream().map(ProviderSettings::preset).toList());
    assertEquals(Set.of("example.com"), policy.providers().get(0).tenants());
  }
}
