package co.tambo.servers;

import co.tambo.servers.keycloak.KeycloakSetup;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What the command line asks the suite to run, and where that lies. */
final class Selection {

  private Selection() {}

  /**
   * Returns the servers: those of every run, or those named by {@code -Dtambo.servers}, a comma
   * list or the word {@code none}.
   */
  static List<Server> servers() {
    String asked = System.getProperty("servers.selected", "");
    if (asked.isBlank()) {
      return Arrays.stream(Server.values()).filter(Server::isOfEveryRun).toList();
    }
    if (asked.equals("none")) {
      return List.of();
    }
    return Stream.of(asked.split(",", -1)).map(String::strip).map(Selection::server).toList();
  }

  /** Returns whether the command line asks for any server. */
  static boolean isAny() {
    return !servers().isEmpty();
  }

  private static Server server(String id) {
    return Arrays.stream(Server.values())
        .filter(server -> server.id().equals(id))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("-Dtambo.servers names no server: " + id));
  }

  /** Returns the folder into which the build unpacks servers. */
  static Path home() {
    return Path.of(System.getProperty("servers.home", "target/servers"));
  }

  /** Returns the page that has the table. */
  static Path page() {
    return Path.of(System.getProperty("servers.docs", "../docs/servers")).resolve("README.md");
  }

  /** Returns a WAR of the build. */
  static Path war(String classifier) {
    Path sample = Path.of(System.getProperty("sample.war", "target/sample-war.war"));
    return classifier.isEmpty()
        ? sample
        : sample.resolveSibling("sample-war-" + classifier + ".war");
  }

  private static List<Path> library(String name) throws IOException {
    try (Stream<Path> jars = Files.list(home().resolveSibling("libraries").resolve(name))) {
      return jars.toList();
    }
  }

  /**
   * Returns the home of the JDK that runs a server: this one, or for a server that this one is too
   * old or too new for, the one that the environment names.
   */
  static Optional<Path> jdk(Server server) {
    int own = Runtime.version().feature();
    if (own < server.oldestJdk()) {
      return home(System.getenv("JAVA25_HOME"));
    }
    return own > server.newestJdk()
        ? home(System.getenv("JAVA17_HOME"))
        : home(System.getProperty("java.home"));
  }

  private static Optional<Path> home(@Nullable String jdk) {
    return Optional.ofNullable(jdk)
        .filter(home -> !home.isBlank())
        .map(Path::of)
        .filter(home -> Files.isExecutable(home.resolve("bin/java")));
  }

  /**
   * Returns how Keycloak runs, as it was unpacked.
   *
   * @param run the name of the folder of this run
   */
  static KeycloakSetup keycloak(String run) throws IOException {
    Path distribution = Installation.in(home().resolve("keycloak"), Path.of("")).home();
    return KeycloakSetup.of(distribution, home().resolveSibling("servers-work").resolve(run));
  }

  /** Returns a server as it was unpacked. */
  static Installation installation(Server server, Path jdk) throws IOException {
    return Installation.in(home().resolve(server.folder()), jdk);
  }

  /** Returns the folder of one run of a server. */
  static Path work(Server server, String run) {
    return home().resolveSibling("servers-work").resolve(server.id() + "-" + run);
  }

  /** Returns the jars of a REST runtime for a server that brings none. */
  static List<Path> rest(Server server, String runtime) throws IOException {
    return server.bringsRest() ? List.of() : library(server.library(runtime));
  }
}
