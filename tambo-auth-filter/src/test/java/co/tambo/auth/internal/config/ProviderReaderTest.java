package co.tambo.auth.internal.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import co.tambo.auth.internal.jose.JwsAlgorithm;
import co.tambo.auth.parts.Attack;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ProviderReaderTest {

  private static final Set<JwsAlgorithm> ASYMMETRIC =
      EnumSet.range(JwsAlgorithm.RS256, JwsAlgorithm.EDDSA);

  private static List<String> problemsWithout(String key, String... keysAndValues) {
    Map<String, String> values =
        Reading.map("tambo.issuer", "https://idp.example", "tambo.audience", "api");
    values.remove(key);
    values.putAll(Reading.map(keysAndValues));
    return Reading.problems(values);
  }

  @Nested
  class Discovery {

    @Test
    void isTheDefault() {
      ProviderSettings provider = Reading.provider();
      assertEquals(Verification.DISCOVERY, provider.verification());
      assertEquals(ASYMMETRIC, provider.algorithms());
      assertNull(provider.jwksUrl());
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
          "http://idp.example",
          "http://localhost.example",
          "idp.example",
          "urn:idp",
          "file:/x",
          "https://u:p@idp.example",
          "https://idp.example?x",
          "https://idp.example#x",
          "https://a b",
          "jar:https://idp.example!/x"
        })
    @Attack("K03")
    void needsAnHttpsIssuer(String issuer) {
      assertTrue(Reading.problemWithToken("tambo.issuer", issuer).startsWith("tambo.issuer="));
    }

    @ParameterizedTest
    @ValueSource(
        strings = {"http://localhost:8180/realms/x", "http://127.0.0.1", "https://idp.example/x/"})
    void takesAnIssuerAsItIs(String issuer) {
      assertEquals(Set.of(issuer), Reading.provider("tambo.issuer", issuer).issuers());
    }

    @Test
    void takesAnotherSpellingOfTheIssuerWithAKeySetAddress() {
      ProviderSettings provider =
          Reading.provider(
              "tambo.issuer", "https://accounts.google.com, accounts.google.com",
              "tambo.jwks-url", "https://keys.example/jwks?v=1");
      assertEquals(
          Set.of("accounts.google.com", "https://accounts.google.com"), provider.issuers());
    }

    @Test
    void refusesAPlainIssuerAlsoWithAKeySetAddress() {
      String problem =
          Reading.problemWithToken(
              "tambo.issuer", "http://idp.example", "tambo.jwks-url", "https://idp.example/jwks");
      assertTrue(problem.startsWith("tambo.issuer="), problem);
    }

    @Test
    void ofSeveralIssuersVerifiesEachByItsOwnKeys() {
      Policy policy =
          Reading.withToken(
              "tambo.issuer", "https://a.example,https://b.example,https://a.example");
      assertEquals(
          List.of("default.1", "default.2"),
          policy.providers().stream().map(ProviderSettings::name).toList());
      assertEquals(Set.of("https://b.example"), policy.providers().get(1).issuers());
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
          "http://keys.example/jwks",
          "file:/etc/keys",
          "jar:file:/x!/y",
          "https://u@keys.example",
          "https://keys.example/jwks#x",
          "keys.example",
          "classpath:keys"
        })
    @Attack("K03")
    void refusesAnUnsafeKeySetAddress(String url) {
      assertTrue(Reading.problemWithToken("tambo.jwks-url", url).startsWith("tambo.jwks-url="));
    }

    @ParameterizedTest
    @CsvSource({
      "tambo.issuer, http://localhost",
      "tambo.jwks-url, http://localhost/jwks",
    })
    void refusesPlainHttpInProduction(String key, String value) {
      String problem = Reading.problemWithToken(key, value, "tambo.environment", "production");
      assertTrue(problem.contains("production"), problem);
    }

    @Test
    void cannotGoWithoutIssuer() {
      assertTrue(
          problemsWithout("tambo.issuer").get(0).startsWith("tambo.issuer is missing (looked"));
      assertTrue(Reading.problemWithToken("tambo.issuer", "none").contains("discovery needs"));
    }

    @ParameterizedTest
    @CsvSource({
      "tambo.public-key, tambo.verification=public-key",
      "tambo.secret, tambo.verification=secret"
    })
    void refusesAKeyThatItWouldNotUse(String key, String meant) {
      String problem = Reading.problemWithToken(key, "hush");
      assertTrue(problem.startsWith(key + "=**** (init-param): is not used with"), problem);
      assertTrue(problem.endsWith(meant), problem);
    }
  }

  @Nested
  class Nothing {

    @Test
    void verifiedNeedsNoBindingAndWarns() {
      Policy policy = Reading.of("tambo.verification", "none");
      assertEquals(Verification.NONE, policy.providers().get(0).verification());
      assertEquals(EnumSet.allOf(JwsAlgorithm.class), policy.providers().get(0).algorithms());
      assertEquals(List.of("TAMBO-906"), Reading.codes(policy));
    }

    @Test
    void verifiedIsRefusedInProduction() {
      List<String> problems =
          Reading.problems("tambo.verification", "none", "tambo.environment", "production");
      assertEquals(1, problems.size());
      assertTrue(
          problems.get(0).startsWith("tambo.verification=none (init-param): none is refused"));
    }

    @Test
    void verifiedStillChecksWhatIsSaid() {
      ProviderSettings provider = Reading.provider("tambo.verification", "none");
      assertEquals(Set.of("https://idp.example"), provider.issuers());
      assertEquals(Set.of("api"), provider.audiences());
    }

    @ParameterizedTest
    @CsvSource({
      "tambo.jwks-url, https://i.example/jwks",
      "tambo.algorithms, RS256",
      "tambo.secret, x"
    })
    void verifiedRefusesAKeyOrAnAlgorithm(String key, String value) {
      String problem = Reading.problemWithToken("tambo.verification", "none", key, value);
      assertTrue(problem.contains("is not used with tambo.verification=none"), problem);
    }
  }

  @Nested
  class Tambo {

    @Test
    void judgesWithAnApiKeyAndWarns() {
      Policy policy = Reading.of("tambo.verification", "tambo", "tambo.api-key", "tambo_k");
      assertEquals(Verification.TAMBO, policy.providers().get(0).verification());
      assertEquals(List.of("TAMBO-907"), Reading.codes(policy));
    }

    @Test
    void cannotJudgeWithoutAnApiKey() {
      List<String> problems = Reading.problems("tambo.verification", "tambo");
      assertEquals(1, problems.size());
      assertTrue(problems.get(0).startsWith("tambo.api-key is missing"), problems.get(0));
    }

    @Test
    void cannotJudgeWithoutTheExchange() {
      List<String> problems =
          Reading.problems(
              "tambo.verification", "tambo", "tambo.api-key", "tambo_k", "tambo.exchange", "off");
      assertEquals(1, problems.size());
      assertTrue(problems.get(0).startsWith("tambo.exchange=off"), problems.get(0));
    }

    @ParameterizedTest
    @CsvSource({
      "tambo.issuer, https://i.example",
      "tambo.audience, a",
      "tambo.authorized-parties, a",
      "tambo.algorithms, RS256",
      "tambo.required-scopes, a",
      "tambo.roles-claim, roles",
      "tambo.jwks-url, https://i.example/jwks",
      "tambo.secret, hush",
    })
    void doesNotJudgeBySettingsOfOurs(String key, String value) {
      List<String> problems =
          Reading.problems("tambo.verification", "tambo", "tambo.api-key", "tambo_k", key, value);
      assertTrue(problems.stream().allMatch(p -> p.startsWith(key + "=")), problems.toString());
    }
  }

  @Test
  void settingsPrintNoKey() {
    assertFalse(Reading.withToken("tambo.api-key", "tambo_hush").toString().contains("hush"));
  }

  @Test
  void introspectionAloneIsHeldToAudienceAndParties() {
    ProviderSettings provider =
        Reading.of(
                "tambo.introspection-url", "https://idp.example/introspect",
                "tambo.client-id", "c",
                "tambo.client-secret", "s",
                "tambo.audience", "api",
                "tambo.authorized-parties", "spa")
            .providers()
            .get(0);
    assertEquals(Set.of("api"), provider.audiences());
    assertEquals(Set.of("spa"), provider.authorizedParties());
    assertEquals(Set.of(), provider.issuers());
    assertFalse(provider.signed());
  }
}
