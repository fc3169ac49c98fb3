package co.tambo.sample.server;

import java.util.List;
import java.util.stream.Stream;

/** The settings of tambo-auth that this process was started with. */
final class Settings {

  private Settings() {}

  /** Returns their names, without those of the sample itself. */
  static List<String> given() {
    Stream<String> variables =
        System.getenv().keySet().stream()
            .filter(name -> name.startsWith("TAMBO_") && !name.startsWith("TAMBO_SAMPLE_"));
    Stream<String> properties =
        System.getProperties().stringPropertyNames().stream()
            .filter(name -> name.startsWith("tambo.") && !name.startsWith("tambo.sample."));
    return Stream.concat(variables, properties).sorted().toList();
  }
}
