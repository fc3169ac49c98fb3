package co.tambo.servers;

import static org.junit.jupiter.api.Assertions.assertEquals;

import co.tambo.auth.contract.World;
import co.tambo.auth.parts.Part;
import co.tambo.servers.keycloak.Keycloak;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.condition.EnabledIf;

/** Every server, one after another, with the same WARs. */
@TestInstance(Lifecycle.PER_CLASS)
@EnabledIf("co.tambo.servers.Selection#isAny")
class ServersIT {

  private final CheckTable table = new CheckTable();
  private final Timing timing = new Timing();
  private World world;
  private Keycloak keycloak;

  @BeforeAll
  void startWorld() throws IOException {
    System.out.println("the servers run on JDK " + Runtime.version());
    for (String classifier : List.of("", "probe", "probe-basic")) {
      Path war = Selection.war(classifier);
      System.out.println(war.getFileName() + " is SHA-256 " + Folders.sha256(war));
    }
    world = new World();
    keycloak =
        Keycloak.start(Selection.keycloak("keycloak").withAccessTokenLife(Duration.ofHours(2)));
  }

  @AfterAll
  void finish() throws IOException {
    keycloak.close();
    world.close();
    Path measured = Selection.home().resolveSibling("servers-table.md");
    Folders.write(measured, table.markdown());
    System.out.println(table.markdown());
    System.out.println(timing);
    List<String> differences = table.differences(Files.readString(Selection.page()));
    assertEquals(List.of(), differences, "docs/servers/README.md should have what " + measured);
  }

  @TestFactory
  Stream<DynamicNode> servers() {
    return Selection.servers().stream().map(this::server);
  }

  private DynamicNode server(Server server) {
    Optional<Path> jdk = Selection.jdk(server);
    if (jdk.isEmpty()) {
      return DynamicTest.dynamicTest(server.title(), () -> lacksItsJdk(server));
    }
    return DynamicContainer.dynamicContainer(server.title(), runs(server, jdk.get()));
  }

  private static void lacksItsJdk(Server server) {
    if (server.newestJdk() < Runtime.version().feature()) {
      Assumptions.abort(server.title() + " needs an older JDK, named by JAVA17_HOME");
    }
    Part.JDK25.needed(false, server.title() + ", which needs JDK " + server.oldestJdk());
  }

  private Stream<DynamicNode> runs(Server server, Path jdk) {
    String title = server.title();
    return Stream.of(
            timing.of(title, "probe", new ProbeRun(server, jdk, world, table).nodes()),
            timing.of(title, "sample", new SampleRun(server, jdk, keycloak, table).nodes()),
            timing.of(title, "shared", new SharedRun(server, jdk, world, table).nodes()))
        .flatMap(nodes -> nodes);
  }
}
