package co.tambo.probe;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;

/** The file, named by system property {@code probe.world}, that says what to register. */
final class WorldFile {

  private static final String CONTRACT = "contract.";

  private WorldFile() {}

  /** Returns each configuration's settings by its name; none without a file. */
  static Map<String, Map<String, String>> configurations() {
    String file = System.getProperty("probe.world");
    Map<String, Map<String, String>> configurations = new TreeMap<>();
    if (file != null) {
      Properties world = read(Path.of(file));
      world.stringPropertyNames().stream()
          .filter(key -> key.startsWith(CONTRACT))
          .forEach(key -> put(configurations, key, world.getProperty(key)));
    }
    return configurations;
  }

  /** A name alone, without a key, is a configuration without settings. */
  private static void put(
      Map<String, Map<String, String>> configurations, String property, String value) {
    String rest = property.substring(CONTRACT.length());
    int dot = rest.indexOf('.');
    String name = dot < 0 ? rest : rest.substring(0, dot);
    Map<String, String> settings =
        configurations.computeIfAbsent(name, absent -> new LinkedHashMap<>());
    if (dot >= 0) {
      settings.put(rest.substring(dot + 1), value);
    }
  }

  private static Properties read(Path file) {
    Properties properties = new Properties();
    try (Reader reader = Files.newBufferedReader(file)) {
      properties.load(reader);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return properties;
  }
}
