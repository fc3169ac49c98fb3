package co.tambo.servers;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import co.tambo.auth.contract.World;
import co.tambo.auth.testing.FakeIssuer;
import co.tambo.servers.check.CdiChecks;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicNode;

/**
 * One server with two applications whose configurations differ, and a third one whose configuration
 * is wrong. They share one copy of tambo-auth where the server has a folder for that.
 */
final class SharedRun {

  private static final String NO_FOLDER = "no folder for shared libraries";

  private static final List<String> PAGES = List.of("/servlet/me", "/api/me");

  private final Server server;
  private final Path jdk;
  private final World world;
  private final Cells cells;
  private @Nullable RunningServer running;

  SharedRun(Server server, Path jdk, World world, CheckTable table) {
    this.server = server;
    this.jdk = jdk;
    this.world = world;
    this.cells = new Cells(server, table);
  }

  Stream<DynamicNode> nodes() {
    return Stream.of(
        dynamicTest("starts with several applications", this::start),
        cell("Two applications", this::differ),
        cell("Shared library", () -> assertTrue(server.sharesLibraries(), NO_FOLDER)),
        cell(CdiChecks.INJECTED.name(), this::isInjected),
        cell("Wrong configuration", this::isRefused),
        dynamicTest("stops", () -> running().close()));
  }

  private DynamicNode cell(String name, Cells.Body body) {
    return dynamicTest(name, () -> cells.fill(name, body));
  }

  private void start() throws IOException {
    Launch launch = Launch.in(Selection.work(server, "shared"));
    launch = launch.withProperties(ProbeRun.issuers(world));
    launch = launch.withSharedJars(sharedJars(launch.work().resolve("shared")));
    StartCommand start = server.kind().layOut(Selection.installation(server, jdk), launch);
    deploy(start, launch, "first", configured(world.issuer()));
    deploy(start, launch, "second", configured(world.secondIssuer()));
    if (server.deploysWhileItRuns()) {
      deploy(start, launch, "wrong", wrong());
    }
    if (injects()) {
      WarCopy probe = new WarCopy(Selection.war("probe"), Map.of(), true);
      start.deploy(probe.to(launch.work().resolve("injected.war")), "injected");
    }
    running = RunningServer.start(start, launch);
    isReady("first", world.issuer());
    isReady("second", world.secondIssuer());
    if (injects()) {
      running().untilAnswers("/injected/required/who", 401);
    }
  }

  private void isReady(String context, FakeIssuer issuer) {
    running().untilAnswers("/" + context + "/public/ping", 200);
    for (String page : PAGES) {
      running().untilItHasKeys("/" + context + page, issuer.token("alice").text());
    }
  }

  private boolean injects() {
    return server.sharesLibraries() && server.technologies().contains(Technology.CDI);
  }

  /** The probe injects classes of the shared copy. */
  private void isInjected() throws Exception {
    assumeTrue(server.technologies().contains(Technology.CDI));
    assertTrue(server.sharesLibraries(), NO_FOLDER);
    CdiChecks.INJECTED
        .body()
        .run(ProbeRun.site(running().uri("/injected"), world, server.technologies()));
  }

  private List<Path> sharedJars(Path folder) throws IOException {
    List<Path> jars = new ArrayList<>(Selection.rest(server, "resteasy"));
    if (server.sharesLibraries()) {
      WarCopy.extractJars(folder);
      try (Stream<Path> ours = Files.list(folder)) {
        ours.forEach(jars::add);
      }
    }
    return jars;
  }

  private static Map<String, String> configured(FakeIssuer issuer) {
    return Map.of("tambo.issuer", issuer.issuer(), "tambo.audience", FakeIssuer.AUDIENCE);
  }

  private void deploy(StartCommand start, Launch launch, String context, Map<String, String> params)
      throws IOException {
    WarCopy copy = new WarCopy(Selection.war(""), params, server.sharesLibraries());
    start.deploy(copy.to(launch.work().resolve(context + ".war")), context);
  }

  /** Each knows the users of its own issuer, and nobody else's. */
  private void differ() {
    for (String page : PAGES) {
      assertEquals(200, status("/first" + page, world.issuer()), page);
      assertEquals(401, status("/first" + page, world.secondIssuer()), page);
      assertEquals(200, status("/second" + page, world.secondIssuer()), page);
      assertEquals(401, status("/second" + page, world.issuer()), page);
    }
  }

  /** Without an audience. */
  private Map<String, String> wrong() {
    return Map.of("tambo.issuer", world.issuer().issuer());
  }

  private void isRefused() throws IOException {
    if (server.deploysWhileItRuns()) {
      isRefused(running());
    } else {
      isRefusedAlone();
    }
  }

  /** Payara Micro starts nothing at all where one application does not start. */
  private void isRefusedAlone() throws IOException {
    Launch launch = Launch.in(Selection.work(server, "wrong"));
    launch = launch.withSharedJars(sharedJars(launch.work().resolve("shared")));
    StartCommand start = server.kind().layOut(Selection.installation(server, jdk), launch);
    deploy(start, launch, "wrong", wrong());
    try (RunningServer alone = RunningServer.start(start, launch)) {
      isRefused(alone);
    }
  }

  private void isRefused(RunningServer at) {
    at.untilLogged("tambo.audience is missing");
    String token = world.issuer().token("alice").text();
    for (String page : PAGES) {
      int status = at.status("/wrong" + page, token);
      assertFalse(status == 200 || status == 401, page + " answers " + status);
    }
    int open = at.status("/wrong/public/ping");
    assertFalse(open == 200, "an application with a wrong configuration is open to everybody");
  }

  private int status(String path, FakeIssuer issuer) {
    return running().status(path, issuer.token("alice").text());
  }

  private RunningServer running() {
    return Objects.requireNonNull(running, "the server has not started");
  }
}
