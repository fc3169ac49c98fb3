package co.tambo.auth.internal.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import co.tambo.auth.TamboAuthConfig.TamboConfigException;
import co.tambo.auth.TamboAuthWarning;
import co.tambo.auth.parts.Attack;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class UnknownNamesTest {

  private static List<TamboAuthWarning> warned(List<Layer> layers) {
    return Reading.layers(List.of(), layers).warnings().stream()
        .filter(warning -> warning.code().equals(ConfigWarning.UNKNOWN_SETTING.code()))
        .toList();
  }

  private static List<TamboAuthWarning> property(String name) {
    return warned(Surroundings.of(Map.of(name, "x"), Map.of(), Map.of()));
  }

  private static List<TamboAuthWarning> variable(String name) {
    return warned(Surroundings.of(Map.of(), Map.of(name, "x"), Map.of()));
  }

  @ParameterizedTest
  @CsvSource({
    "tambo.audiance, tambo.audience",
    "tambo.isuer, tambo.issuer",
    "tambo.userkey, tambo.user-key",
    "tambo.user.token, tambo.user-token",
    "tambo.Realm, tambo.realm",
    "TAMBO_REALM, tambo.realm",
    "tambo.exchange.time-out, tambo.exchange.timeout",
  })
  @Attack("L02")
  void unknownNameFromTheDeployerIsAProblemThatNamesTheNearest(String name, String nearest) {
    List<String> problems = Reading.problems(name, "x");
    assertEquals(1, problems.size());
    assertTrue(problems.get(0).startsWith(name + " (init-param): "), problems.get(0));
    assertTrue(problems.get(0).endsWith("did you mean " + nearest + "?"), problems.get(0));
  }

  @Test
  @Attack("L02")
  void unknownNameInTheFileIsAProblem() {
    List<Layer> layers = Surroundings.of(Map.of(), Map.of(), Map.of("tambo.audiance", "x"));
    String problem =
        assertThrows(TamboConfigException.class, () -> Reading.layers(List.of(), layers))
            .problems()
            .get(0);
    assertTrue(problem.contains("META-INF/microprofile-config.properties"), problem);
  }

  @ParameterizedTest
  @ValueSource(strings = {"tambo.sample.demo", "other.key", "tambourine", "TAMBO"})
  void namesOfOthersAreLeftAlone(String name) {
    assertEquals(List.of("TAMBO-901"), Reading.codes(Reading.of(name, "x")));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "TAMBO_AI_BASE_URL",
        "TAMBO_AI_LOG",
        "TAMBO_AI_CUSTOM_HEADERS",
        "TAMBO_TELEMETRY_DISABLED",
        "TAMBO_WHITELABEL_ORG_NAME",
        "TAMBO_WHITELABEL_ORG_LOGO",
        "TAMBO_SAMPLE_DEMO",
        "NEXT_PUBLIC_TAMBO_API_KEY",
        "PATH"
      })
  void variableOfAnotherToolIsLeftAlone(String name) {
    assertEquals(List.of(), variable(name));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"tambo.vectors", "tambo.provider-samples", "tambo.required", "tambo.sample.demo"})
  void propertyOfAnotherToolIsLeftAlone(String name) {
    assertEquals(List.of(), property(name));
  }

  @Test
  void variableThatIsNearlyASettingIsWarnedOf() {
    String message = variable("TAMBO_AUDIANCE").get(0).message();
    assertTrue(message.contains("TAMBO_AUDIANCE") && message.contains("TAMBO_AUDIENCE"), message);
  }

  @Test
  void propertyThatIsNearlyASettingIsWarnedOf() {
    String message = property("tambo.Audience").get(0).message();
    assertTrue(message.contains("tambo.Audience") && message.contains("tambo.audience"), message);
  }

  @Test
  void nearlyASettingIsNamedAmongTheProblemsItMayHaveCaused() {
    List<Layer> layers =
        Surroundings.of(
            Map.of("tambo.issuer", "https://i.example"), Map.of("TAMBO_AUDIANCE", "a"), Map.of());
    List<String> problems =
        assertThrows(TamboConfigException.class, () -> Reading.layers(List.of(), layers))
            .problems();
    assertEquals(2, problems.size());
    assertTrue(problems.get(1).contains("TAMBO_AUDIANCE"), problems.get(1));
  }

  @Test
  void keyOfAProviderThatIsNotListedIsAProblem() {
    String problem = Reading.problemWithToken("tambo.provider.a.clock-skew", "PT1S");
    assertTrue(problem.endsWith("a is not among tambo.providers; add it there"), problem);
  }

  @Test
  void keyThatNoProviderHasIsAProblem() {
    List<String> problems =
        Reading.problems(
            "tambo.providers", "a",
            "tambo.audience", "x",
            "tambo.provider.a.issuer", "https://i.example",
            "tambo.provider.a.access", "optional");
    assertEquals(1, problems.size());
    assertTrue(problems.get(0).startsWith("tambo.provider.a.access (init-param): there is no"));
  }

  @Test
  void variableOfAProviderIsKnown() {
    Map<String, String> variables =
        Map.of(
            "TAMBO_PROVIDERS", "a-b",
            "TAMBO_PROVIDER_A_B_ISSUER", "https://i.example",
            "TAMBO_PROVIDER_A_B_AUDIENCE", "x");
    Policy policy = Reading.layers(List.of(), Surroundings.of(Map.of(), variables, Map.of()));
    assertEquals("a-b", policy.providers().get(0).name());
    assertEquals(List.of(), policy.warnings());
  }
}
