package co.tambo.auth.internal.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import co.tambo.auth.ConfigSource;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SourcesTest {

  private static final Map<String, String> NOTHING = Map.of();

  private static Sources sources(
      Map<String, String> initParams,
      Map<String, String> contextParams,
      Map<String, String> properties,
      Map<String, String> environment,
      Map<String, String> file) {
    return new Sources(
        List.of(
            ConfigSource.of("init-param", initParams),
            ConfigSource.of("context-param", contextParams)),
        Surroundings.of(properties, environment, file));
  }

  private static Sources initParam(String value, Map<String, String> properties) {
    return sources(Map.of("tambo.realm", value), NOTHING, properties, NOTHING, NOTHING);
  }

  private static Sources file(Map<String, String> file) {
    return sources(NOTHING, NOTHING, NOTHING, Map.of("HOST", "from-environment"), file);
  }

  private static String text(Sources sources) {
    return sources.find("tambo.realm").orElseThrow().text();
  }

  private static String problem(Sources sources) {
    return sources.find("tambo.realm").orElseThrow().problem();
  }

  @ParameterizedTest
  @CsvSource({
    "a, b, c, d, e, init-param",
    "'', b, c, d, e, context-param",
    "'', '', c, d, e, system property",
    "'', '', '', d, e, environment variable TAMBO_REALM",
    "'', '', '', '  ', e, META-INF/microprofile-config.properties",
  })
  void firstPlaceWithAValueWins(String a, String b, String c, String d, String e, String place) {
    Sources sources =
        sources(
            Map.of("tambo.realm", a),
            Map.of("tambo.realm", b),
            Map.of("tambo.realm", c),
            Map.of("TAMBO_REALM", d),
            Map.of("tambo.realm", e));
    assertEquals(place, sources.find("tambo.realm").orElseThrow().place());
  }

  @Test
  void valueIsTrimmed() {
    assertEquals("a b", text(initParam(" \n a b\t", NOTHING)));
  }

  @ParameterizedTest
  @CsvSource({
    "tambo.api-key, exact name",
    "tambo_api_key, underscores",
    "TAMBO_API_KEY, upper case",
  })
  void variableIsFoundByTheRuleOfMicroProfile(String variable, String what) {
    Sources sources = sources(NOTHING, NOTHING, NOTHING, Map.of(variable, "v"), NOTHING);
    assertEquals("v", sources.find("tambo.api-key").orElseThrow().text(), what);
  }

  @Test
  void variableWithTheExactNameComesFirst() {
    Map<String, String> variables = Map.of("tambo.realm", "exact", "TAMBO_REALM", "upper");
    assertEquals("exact", text(sources(NOTHING, NOTHING, NOTHING, variables, NOTHING)));
  }

  @Test
  void placesAreNamedInTheirOrder() {
    assertEquals(
        "init-param, context-param, system property, environment variable TAMBO_API_KEY,"
            + " META-INF/microprofile-config.properties",
        initParam("x", NOTHING).places("tambo.api-key"));
  }

  @ParameterizedTest
  @CsvSource({
    "'${host}', h",
    "'https://${host}/${host}/x', https://h/h/x",
    "'${ host }', h",
    "'${absent:d}', d",
    "'${absent:a:b}', a:b",
    "'${absent:${host}}', h",
    "'${absent:${absent:{}}}', {}",
    "'\\${host}', ${host}",
    "'$host', $host",
    "'a$', a$",
    "'{host}', {host}",
  })
  void placeholderIsResolved(String written, String read) {
    assertEquals(read, text(initParam(written, Map.of("host", "h"))));
  }

  @Test
  void placeholderOfAnAdapterIsResolvedFromLessSpecificPlacesOnly() {
    Sources sources =
        sources(
            Map.of("tambo.realm", "${tambo.realm}-${x}", "x", "own"),
            Map.of("tambo.realm", "${tambo.realm}+", "x", "less"),
            Map.of("tambo.realm", "least"),
            NOTHING,
            NOTHING);
    assertEquals("least+-less", text(sources));
  }

  @Test
  void placeholderInTheFileMayNameAVariableOrAnotherEntry() {
    Sources sources = file(Map.of("tambo.realm", "${HOST}/${path}", "path", "p"));
    assertEquals("from-environment/p", text(sources));
  }

  @Test
  void placeholderWithoutAValueIsAProblemThatNamesIt() {
    assertTrue(problem(initParam("${absent}", NOTHING)).contains("${absent}"));
  }

  @Test
  void problemOfANestedPlaceholderIsKept() {
    assertTrue(problem(initParam("${a}", Map.of("a", "${b}"))).contains("${b}"));
  }

  @Test
  void placeholderWithoutAnEndIsAProblem() {
    assertTrue(problem(initParam("${a", NOTHING)).contains("no end"));
  }

  @Test
  void circleIsAProblem() {
    Sources sources = file(Map.of("tambo.realm", "${a}", "a", "${b}", "b", "${a}"));
    assertTrue(problem(sources).contains("refers to itself"));
  }

  @Test
  void valueThatNamesItselfIsAProblem() {
    assertTrue(problem(file(Map.of("tambo.realm", "${tambo.realm}"))).contains("itself"));
  }

  @Test
  void placeholderThatBecomesNothingLeavesTheNextPlace() {
    Sources sources =
        sources(
            Map.of("tambo.realm", "${absent:}"),
            Map.of("tambo.realm", "next"),
            NOTHING,
            NOTHING,
            NOTHING);
    assertEquals("next", text(sources));
  }

  @Test
  void foundValueIsNotPrinted() {
    assertEquals("Found[init-param]", initParam("x", NOTHING).find("tambo.realm").get().toString());
  }
}
