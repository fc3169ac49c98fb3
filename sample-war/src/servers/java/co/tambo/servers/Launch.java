package co.tambo.servers;

import co.tambo.servers.process.FreePort;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * What a server is started with. Immutable.
 *
 * @param work the folder that is the run's own
 * @param port the port of 127.0.0.1 for HTTP
 * @param properties system properties
 * @param environment settings that become environment variables
 * @param config settings for the server's own source of MicroProfile Config
 * @param sharedJars jars for the server's shared library folder
 */
record Launch(
    Path work,
    int port,
    Map<String, String> properties,
    Map<String, String> environment,
    Map<String, String> config,
    List<Path> sharedJars) {

  /** The user whom every server knows, in the role {@code user}. */
  static final String USER = "bob";

  /** The user's password. */
  static final String PASSWORD = "secret-bob";

  /**
   * Options of every server's JVM: a quick start, no classes kept for being soft, little memory.
   */
  static final List<String> JVM =
      List.of("-Xmx512m", "-XX:TieredStopAtLevel=1", "-XX:SoftRefLRUPolicyMSPerMB=0");

  /** Copies the lists and maps. */
  Launch {
    properties = Map.copyOf(properties);
    environment = Map.copyOf(environment);
    config = Map.copyOf(config);
    sharedJars = List.copyOf(sharedJars);
  }

  /** Returns one on a free port, with an empty folder. */
  static Launch in(Path work) throws IOException {
    Folders.delete(work);
    Folders.create(work);
    return new Launch(work, FreePort.any(), Map.of(), Map.of(), Map.of(), List.of());
  }

  Launch withProperties(Map<String, String> all) {
    return new Launch(work, port, all, environment, config, sharedJars);
  }

  Launch withEnvironment(Map<String, String> all) {
    return new Launch(work, port, properties, all, config, sharedJars);
  }

  Launch withConfig(Map<String, String> all) {
    return new Launch(work, port, properties, environment, all, sharedJars);
  }

  Launch withSharedJars(List<Path> all) {
    return new Launch(work, port, properties, environment, config, all);
  }

  /** Returns the options of the server's JVM. */
  List<String> options() {
    return Stream.concat(JVM.stream(), defined(properties).stream()).toList();
  }

  /** Returns the JVM's options where system properties are the server's source of settings too. */
  List<String> optionsWithConfig() {
    return Stream.concat(options().stream(), defined(config).stream()).toList();
  }

  private static List<String> defined(Map<String, String> properties) {
    return properties.entrySet().stream()
        .map(property -> "-D" + property.getKey() + "=" + property.getValue())
        .sorted()
        .toList();
  }
}
