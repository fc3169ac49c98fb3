package co.tambo.auth.internal.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import co.tambo.auth.ConfigSource;
import co.tambo.auth.internal.config.CredentialSource.Place;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CredentialReaderTest {

  private static String tokens(String value) {
    return Reading.withToken("tambo.user-token", value).userTokens().toString();
  }

  private static String keyProblem(String value) {
    List<String> problems = Reading.problems("tambo.user-key", value);
    assertEquals(1, problems.size(), () -> "problems: " + problems);
    return problems.get(0);
  }

  @Nested
  class UserToken {

    @ParameterizedTest
    @CsvSource({
      "tambo.issuer, https://i.example",
      "tambo.audience, a",
      "tambo.verification, none",
      "tambo.authorized-parties, a",
      "tambo.jwks-url, https://i.example/jwks",
      "tambo.public-key, x",
      "tambo.secret, x",
      "tambo.algorithms, RS256",
      "tambo.required-scopes, a",
      "tambo.providers, a",
    })
    void isInTheAuthorizationHeaderOnceAVerificationSettingIsThere(String key, String value) {
      Values values =
          Values.plain(
              new Sources(List.of(ConfigSource.of("s", Reading.map(key, value))), List.of()),
              new Findings());
      assertTrue(ProvidersReader.anySet(values));
    }

    @Test
    void isInTheAuthorizationHeaderByDefault() {
      assertEquals("[header:Authorization]", Reading.withToken().userTokens().toString());
    }

    @Test
    void isNotLookedForWithoutAVerificationSetting() {
      assertEquals(List.of(), Reading.of("tambo.clock-skew", "PT1S").userTokens());
    }

    @Test
    void isNotLookedForWithTheWordNone() {
      Policy policy = Reading.withToken("tambo.user-token", "none", "tambo.user-key", "principal");
      assertEquals(List.of(), policy.userTokens());
      assertEquals(List.of(), policy.providers());
      assertEquals(List.of(), policy.warnings());
    }

    @ParameterizedTest
    @CsvSource({
      "header:X-Token, [header:X-Token]",
      "'cookie:sid , session:a b', '[cookie:sid, session:a b]'",
      "attribute:x, [attribute:x]",
      "'header:authorization,header:Authorization', [header:authorization]",
    })
    void isWhereTheSettingSays(String written, String read) {
      assertEquals(read, tokens(written));
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
          "header",
          "header:",
          "Header:X",
          "principal",
          "value:x",
          "x",
          "header:a,",
          ",",
          "header:a b",
          "cookie:a;b",
          "none,header:X",
          "bearer:x"
        })
    void isRefusedInAnyOtherForm(String value) {
      assertTrue(
          Reading.problemWithToken("tambo.user-token", value).startsWith("tambo.user-token="));
    }

    @Test
    void needsAWayToVerify() {
      List<String> problems = Reading.problems("tambo.user-token", "cookie:sid");
      assertTrue(problems.stream().anyMatch(p -> p.startsWith("tambo.issuer is missing")));
    }
  }

  @Nested
  class UserKey {

    @ParameterizedTest
    @CsvSource({
      "principal, PRINCIPAL, ''",
      "session:user id, SESSION, user id",
      "attribute:u, ATTRIBUTE, u",
      "header:X-User, HEADER, X-User",
      "'value:a, b', VALUE, 'a, b'",
    })
    void isWhereTheSettingSays(String written, Place place, String name) {
      assertEquals(
          List.of(new CredentialSource(place, name)),
          Reading.of("tambo.user-key", written).userKeys());
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
          "principle",
          "principal:x",
          "session",
          "session: ",
          "session:a,session:b",
          "cookie:a",
          "header:Authorization",
          "header:cookie",
          "header:a b",
          "value:",
          "value:oauth:user:x"
        })
    void isRefusedInAnyOtherForm(String value) {
      assertTrue(keyProblem(value).startsWith("tambo.user-key="));
    }

    @Test
    void hasAtMost255Characters() {
      assertEquals(1, Reading.of("tambo.user-key", "value:" + "k".repeat(255)).userKeys().size());
      assertTrue(keyProblem("value:" + "k".repeat(256)).contains("255"));
    }

    @Test
    void hasNoControlCharacters() {
      assertTrue(keyProblem("value:a\u0007b").contains("control"));
    }

    @Test
    void ofAFixedValueIsNotPrinted() {
      Policy policy = Reading.of("tambo.user-key", "value:hush-hush");
      assertFalse((policy + policy.userKeys().toString()).contains("hush"));
    }

    @Test
    void ofAFixedValueIsNotPrintedWhenItIsRefused() {
      assertFalse(keyProblem("value:oauth:user:hush").contains("hush"));
      assertFalse(keyProblem("hush").contains("hush"));
    }

    @Test
    void ofAFixedValueIsRefusedInProduction() {
      List<String> problems =
          Reading.problems("tambo.user-key", "value:x", "tambo.environment", "production");
      assertTrue(problems.get(0).contains("refused with tambo.environment=production"));
    }

    @ParameterizedTest
    @CsvSource({
      "principal, ''",
      "session:a, ''",
      "attribute:a, ''",
      "header:X, TAMBO-908",
      "value:x, TAMBO-909"
    })
    void warnsWhereTheCallerCouldChooseIt(String value, String codes) {
      assertEquals(codes, String.join(",", Reading.codes(Reading.of("tambo.user-key", value))));
    }
  }

  @Test
  void neitherStartsAndWarns() {
    Policy policy = Reading.of();
    assertEquals(List.of("TAMBO-901"), Reading.codes(policy));
    assertEquals(List.of(), policy.providers());
  }

  @Test
  void bothStartAndWarn() {
    assertEquals(
        List.of("TAMBO-902"), Reading.codes(Reading.withToken("tambo.user-key", "principal")));
  }

  @Test
  void bothFromOnePlaceAreRefused() {
    String problem =
        Reading.problemWithToken("tambo.user-key", "header:x-a", "tambo.user-token", "header:X-A");
    assertTrue(problem.contains("same place"), problem);
  }
}
