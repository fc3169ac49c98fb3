package co.tambo.auth.internal.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import co.tambo.auth.ConfigSource;
import java.io.IOException;
import java.io.StringReader;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The examples of the configuration page start. */
class ConfigurationPageTest {

  private static final String PAGE = SettingsTable.document("docs/configuration.md");
  private static final Pattern PARAM =
      Pattern.compile("<param-name>(.*?)</param-name>\\s*<param-value>(.*?)</param-value>");

  @ParameterizedTest
  @MethodSource("properties")
  void propertiesExampleIsValid(String example) throws IOException {
    Properties properties = new Properties();
    properties.load(new StringReader(example));
    Map<String, String> values =
        properties.stringPropertyNames().stream()
            .collect(Collectors.toMap(name -> name, properties::getProperty));
    Policy policy = Reading.layers(List.of(), Surroundings.of(Map.of(), Map.of(), values));
    assertFalse(Reading.codes(policy).contains("TAMBO-901"));
  }

  @ParameterizedTest
  @MethodSource("webXml")
  void initParamExampleIsValid(String example) {
    Map<String, String> values =
        PARAM
            .matcher(example)
            .results()
            .collect(Collectors.toMap(param -> param.group(1), param -> param.group(2)));
    assertFalse(values.isEmpty());
    Policy policy =
        Reading.layers(List.of(ConfigSource.of("filter init-param", values)), List.of());
    assertEquals(List.of(), policy.warnings());
  }

  @Test
  void problemsAreShownAsTheyAre() {
    List<String> problems =
        Reading.problems("tambo.access", "requierd", "tambo.issuer", "https://i.example");
    for (String problem : problems) {
      String shown = problem.replaceAll("\\(init-param", "(filter init-param");
      String missing = shown.replace("looked in init-param", "looked in filter init-param, …");
      assertTrue(PAGE.contains("  - " + missing + "\n"), missing);
    }
    assertEquals(2, problems.size());
  }

  static List<String> properties() {
    return blocks("properties");
  }

  static List<String> webXml() {
    return blocks("xml");
  }

  private static List<String> blocks(String language) {
    return Pattern.compile("```" + language + "\n(.*?)```", Pattern.DOTALL)
        .matcher(PAGE)
        .results()
        .map(block -> block.group(1))
        .toList();
  }
}
