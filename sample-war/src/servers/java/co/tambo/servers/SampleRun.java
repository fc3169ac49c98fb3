package co.tambo.servers;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import co.tambo.servers.keycloak.Keycloak;
import co.tambo.servers.keycloak.LabClient;
import co.tambo.servers.keycloak.LabUser;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicNode;

/** One server with the sample, whose users come from a real Keycloak. */
final class SampleRun {

  private static final String CONTEXT = "sample";
  private static final String PING = "/" + CONTEXT + "/public/ping";

  private final Server server;
  private final Path jdk;
  private final Keycloak keycloak;
  private final Cells cells;
  private @Nullable Launch launch;
  private @Nullable RunningServer running;
  private @Nullable RunningServer second;

  SampleRun(Server server, Path jdk, Keycloak keycloak, CheckTable table) {
    this.server = server;
    this.jdk = jdk;
    this.keycloak = keycloak;
    this.cells = new Cells(server, table);
  }

  Stream<DynamicNode> nodes() {
    return Stream.of(
        dynamicTest("starts with the sample", this::start),
        cell("Sample, users of Keycloak", SampleSite::whole),
        cell("Key rotation", site -> new LiveIssuer(keycloak).rotation(site)),
        cell("Issuer outage", site -> new LiveIssuer(keycloak).outage(site, this::startWhileDown)),
        cell("Redeployment", site -> new Redeployments(server, running(), jdk, keycloak).check()),
        cell("Changed setting", this::changed),
        dynamicTest("stops", this::stop));
  }

  private interface SampleCheck {
    void run(SampleSite site) throws Exception;
  }

  private DynamicNode cell(String name, SampleCheck check) {
    return dynamicTest(name, () -> cells.fill(name, () -> check.run(site(CONTEXT))));
  }

  private SampleSite site(String context) {
    return new SampleSite(running().uri("/" + context), keycloak);
  }

  private void start() throws IOException {
    Launch first = launch("sample");
    launch = first;
    running = begun(first);
    running().untilAnswers(PING, 200);
    site(CONTEXT).untilItHasKeys(running());
  }

  private RunningServer begun(Launch launch) throws IOException {
    StartCommand start = server.kind().layOut(Selection.installation(server, jdk), launch);
    start.deploy(Selection.war(""), CONTEXT);
    return RunningServer.start(start, launch);
  }

  private Map<String, String> settings() {
    Map<String, String> settings = new LinkedHashMap<>();
    settings.put("tambo.issuer", keycloak.issuer());
    settings.put("tambo.audience", LabClient.API.id());
    settings.put("tambo.roles-claim", "/realm_access/roles");
    settings.put("tambo.name-claim", "preferred_username");
    settings.putAll(server.settings());
    return settings;
  }

  private Launch launch(String name) throws IOException {
    Launch launch =
        Launch.in(Selection.work(server, name)).withSharedJars(Selection.rest(server, "jersey"));
    return server.technologies().contains(Technology.MP_CONFIG)
        ? launch.withConfig(settings())
        : launch.withEnvironment(settings());
  }

  /** What a server's own source says when an application starts holds until it starts again. */
  private void changed(SampleSite before) throws Exception {
    assumeTrue(server.kind().changes());
    Map<String, String> settings = settings();
    settings.put("tambo.audience", "somebody-else");
    String done =
        server
            .kind()
            .change(Selection.installation(server, jdk), Objects.requireNonNull(launch), settings);
    running().untilLogged(done);
    running().deploy(Selection.war(""), "changed");
    running().untilAnswers("/changed/public/ping", 200);
    site("changed").untilItHasKeys(running());
    String token = keycloak.passwordGrant(LabUser.ALICE).accessToken();
    assertEquals(200, before.get("/servlet/me", token).statusCode());
    for (String page : SampleSite.PAGES) {
      assertEquals(401, site("changed").get(page, token).statusCode(), page);
    }
  }

  /** A server that deploys nothing while it runs is started a second time. */
  private LiveIssuer.Late startWhileDown() throws IOException {
    if (!server.deploysWhileItRuns()) {
      second = begun(launch("late"));
      second.untilAnswers(PING, 200);
      return new LiveIssuer.Late(new SampleSite(second.uri("/" + CONTEXT), keycloak), second);
    }
    running().deploy(Selection.war(""), "late");
    running().untilAnswers("/late/public/ping", 200);
    return new LiveIssuer.Late(site("late"), running());
  }

  private void stop() {
    if (second != null) {
      second.close();
    }
    running().close();
  }

  private RunningServer running() {
    return Objects.requireNonNull(running, "the server has not started");
  }
}
