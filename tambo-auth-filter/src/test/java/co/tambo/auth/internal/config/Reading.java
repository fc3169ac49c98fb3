package co.tambo.auth.internal.config;

import co.tambo.auth.ConfigSource;
import co.tambo.auth.TamboAuthConfig.TamboConfigException;
import co.tambo.auth.TamboAuthWarning;
import co.tambo.auth.internal.time.TestTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Assertions;

/** Reads settings as one adapter's, with nothing around the application. */
final class Reading {

  private Reading() {}

  /** Reads keys and values in turn. */
  static Policy of(String... keysAndValues) {
    return of(map(keysAndValues));
  }

  static Policy of(Map<String, String> values) {
    return layers(List.of(ConfigSource.of("init-param", values)), List.of());
  }

  /** Reads settings of adapters and of what surrounds the application. */
  static Policy layers(List<ConfigSource> adapters, List<Layer> surroundings) {
    return PolicyReader.read(adapters, surroundings, new TestTime().now());
  }

  /** Reads settings beside an issuer and an audience. */
  static Policy withToken(String... keysAndValues) {
    return of(tokenAnd(keysAndValues));
  }

  static ProviderSettings provider(String... keysAndValues) {
    return withToken(keysAndValues).providers().get(0);
  }

  static List<String> problems(String... keysAndValues) {
    return problems(map(keysAndValues));
  }

  static List<String> problems(Map<String, String> values) {
    return Assertions.assertThrows(TamboConfigException.class, () -> of(values)).problems();
  }

  /** Returns the only problem of settings beside an issuer and an audience. */
  static String problemWithToken(String... keysAndValues) {
    List<String> problems = problems(tokenAnd(keysAndValues));
    Assertions.assertEquals(1, problems.size(), () -> "problems: " + problems);
    return problems.get(0);
  }

  static List<String> codes(Policy policy) {
    return policy.warnings().stream().map(TamboAuthWarning::code).toList();
  }

  static Map<String, String> map(String... keysAndValues) {
    Map<String, String> map = new LinkedHashMap<>();
    for (int i = 0; i < keysAndValues.length; i += 2) {
      map.put(keysAndValues[i], keysAndValues[i + 1]);
    }
    return map;
  }

  private static Map<String, String> tokenAnd(String... keysAndValues) {
    Map<String, String> map = map("tambo.issuer", "https://idp.example", "tambo.audience", "api");
    map.putAll(map(keysAndValues));
    return map;
  }
}
