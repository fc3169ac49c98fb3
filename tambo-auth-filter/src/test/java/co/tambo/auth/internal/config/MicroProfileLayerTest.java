package co.tambo.auth.internal.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import co.tambo.auth.ConfigSource;
import co.tambo.auth.TamboAuthConfig.TamboConfigException;
import io.smallrye.config.EnvConfigSource;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.eclipse.microprofile.config.Config;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** With the implementation that WildFly and Open Liberty's kin carry. */
class MicroProfileLayerTest {

  private static Layer layer(
      Map<String, String> properties, Map<String, String> environment, Map<String, String> file) {
    Config config =
        new SmallRyeConfigBuilder()
            .addDefaultInterceptors()
            .withSources(
                new PropertiesConfigSource(properties, "properties", 400),
                new EnvConfigSource(environment, 300),
                new PropertiesConfigSource(file, "file", 100))
            .build();
    return new MicroProfileLayer(config, properties, environment);
  }

  private static Layer file(String... keysAndValues) {
    return layer(Map.of(), Map.of(), Reading.map(keysAndValues));
  }

  private static Entry entry(Layer layer, String key) {
    return Objects.requireNonNull(layer.entry(key));
  }

  private static List<String> problems(Layer layer) {
    return assertThrows(TamboConfigException.class, () -> Reading.layers(List.of(), List.of(layer)))
        .problems();
  }

  @Test
  void variableIsFoundByItsRule() {
    Layer layer = layer(Map.of(), Map.of("TAMBO_API_KEY", "k"), Map.of());
    assertEquals("k", entry(layer, "tambo.api-key").text());
  }

  @Test
  void placeNamesTheSource() {
    assertEquals(
        "MicroProfile Config, PropertiesConfigSource[source=file]",
        entry(file("tambo.realm", "r"), "tambo.realm").place());
  }

  @Test
  void absentKeyIsNothing() {
    assertNull(file().entry("tambo.realm"));
  }

  @ParameterizedTest
  @CsvSource({"''", "'  '", "${absent:}"})
  void emptyValueIsUnset(String value) {
    Policy policy = Reading.layers(List.of(), List.of(file("tambo.realm", value)));
    assertEquals("tambo", policy.access().realm());
  }

  @ParameterizedTest
  @CsvSource({"${host}, h", "${absent:d}, d", "a-${host}, a-h", "\\${host}, ${host}"})
  void itsOwnPlaceholdersAreResolvedByItself(String written, String read) {
    Layer layer = file("tambo.realm", written, "host", "h");
    assertEquals(read, Reading.layers(List.of(), List.of(layer)).access().realm());
  }

  @ParameterizedTest
  @CsvSource({"${absent}", "a${absent}b", "${absent:${absent2}}"})
  void placeholderThatItCannotResolveIsAProblem(String written) {
    List<String> problems = problems(file("tambo.realm", written));
    assertEquals(1, problems.size());
    String beginning = "tambo.realm=" + written + " (MicroProfile Config, ";
    assertTrue(problems.get(0).startsWith(beginning), problems.get(0));
    assertTrue(problems.get(0).contains("placeholder"), problems.get(0));
  }

  @Test
  void placeholderOfAnAdapterIsResolvedThroughIt() {
    ConfigSource initParam = ConfigSource.of("init-param", Map.of("tambo.realm", "${shop.realm}"));
    Layer layer = file("shop.realm", "${shop.name}", "shop.name", "shop");
    assertEquals("shop", Reading.layers(List.of(initParam), List.of(layer)).access().realm());
  }

  @Test
  void unknownNameInItsFileIsAProblem() {
    List<String> problems = problems(file("tambo.audiance", "x"));
    assertTrue(problems.get(0).startsWith("tambo.audiance (MicroProfile Config"), problems.get(0));
  }

  @Test
  void unknownNameInTheEnvironmentIsWarnedOfOnce() {
    Layer layer =
        layer(
            Map.of("tambo.vectors", "x"),
            Map.of("TAMBO_AI_BASE_URL", "x", "TAMBO_REALMS", "x", "TAMBO_API_KEY", "k"),
            Map.of());
    Policy policy = Reading.layers(List.of(), List.of(layer));
    assertEquals(List.of("TAMBO-910", "TAMBO-901"), Reading.codes(policy));
  }

  @Test
  void missingKeyNamesTheVariable() {
    String problem = problems(file("tambo.issuer", "https://i.example")).get(0);
    assertTrue(
        problem.contains(
            "MicroProfile Config (system property, environment variable" + " TAMBO_AUDIENCE, …)"),
        problem);
  }
}
