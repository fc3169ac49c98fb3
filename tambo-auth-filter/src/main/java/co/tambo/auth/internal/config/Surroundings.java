package co.tambo.auth.internal.config;

import co.tambo.auth.TamboAuthConfig.TamboConfigException;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.ServiceConfigurationError;

/** What lies around the application. The one place that reads the environment. */
final class Surroundings {

  private static final String FILE = "META-INF/microprofile-config.properties";

  private Surroundings() {}

  /** Returns MicroProfile Config where the server has it, otherwise what it would have read. */
  static List<Layer> detect() {
    Map<String, String> properties = strings(System.getProperties());
    Map<String, String> environment = System.getenv();
    try {
      return List.of(MicroProfileLayer.current(properties, environment));
    } catch (LinkageError | IllegalStateException | ServiceConfigurationError absent) {
      return of(properties, environment, files());
    }
  }

  /** Returns the layers of a server without MicroProfile Config. */
  static List<Layer> of(
      Map<String, String> properties, Map<String, String> environment, Map<String, String> file) {
    return List.of(
        new MapLayer("system property", properties, Layer.Writer.SYSTEM_PROPERTY),
        new EnvironmentLayer(environment),
        new MapLayer(FILE, file, Layer.Writer.DEPLOYER));
  }

  static Map<String, String> files() {
    Map<String, String> values = new HashMap<>();
    try {
      for (URL file : located().values()) {
        load(file).forEach(values::putIfAbsent);
      }
    } catch (IOException | IllegalArgumentException e) {
      throw new TamboConfigException(List.of(FILE + " cannot be read: " + e.getMessage()));
    }
    return values;
  }

  // By their text: two URLs are only equal after their hosts have been resolved.
  private static Map<String, URL> located() throws IOException {
    Map<String, URL> files = new LinkedHashMap<>();
    for (ClassLoader loader : ClassPath.loaders()) {
      for (URL file : Collections.list(loader.getResources(FILE))) {
        files.putIfAbsent(file.toExternalForm(), file);
      }
    }
    return files;
  }

  private static Map<String, String> load(URL file) throws IOException {
    Properties properties = new Properties();
    try (Reader reader = new InputStreamReader(file.openStream(), StandardCharsets.UTF_8)) {
      properties.load(reader);
    }
    return strings(properties);
  }

  private static Map<String, String> strings(Properties properties) {
    Map<String, String> strings = new HashMap<>();
    for (String name : properties.stringPropertyNames()) {
      String value = properties.getProperty(name);
      if (value != null) {
        strings.put(name, value);
      }
    }
    return strings;
  }
}
