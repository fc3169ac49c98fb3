package co.tambo.servers;

import static org.junit.jupiter.api.DynamicContainer.dynamicContainer;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import co.tambo.auth.contract.ContractRow;
import co.tambo.auth.contract.World;
import co.tambo.auth.testing.FakeIssuer;
import co.tambo.servers.CheckTable.Cell;
import co.tambo.servers.check.CdiChecks;
import co.tambo.servers.check.ConnectionChecks;
import co.tambo.servers.check.ContainerLoginChecks;
import co.tambo.servers.check.DispatchChecks;
import co.tambo.servers.check.IdentityChecks;
import co.tambo.servers.check.LoginChecks;
import co.tambo.servers.check.RestChecks;
import java.io.IOException;
import java.io.Writer;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.DynamicNode;

/** One server with the probe: the contract, and what a server can know of a caller. */
final class ProbeRun {

  private static final String CONTRACT = "Contract";

  private final Server server;
  private final Path jdk;
  private final World world;
  private final CheckTable table;
  private final WireContract contract;
  private @Nullable RunningServer running;
  private int broken;

  ProbeRun(Server server, Path jdk, World world, CheckTable table) {
    this.server = server;
    this.jdk = jdk;
    this.world = world;
    this.table = table;
    this.contract = new WireContract(world);
  }

  Stream<DynamicNode> nodes() {
    return Stream.of(
        dynamicTest("starts", this::start),
        dynamicContainer(CONTRACT, contract.rows().stream().map(this::row)),
        dynamicTest(CONTRACT + ", whole", this::contractIsKept),
        checks("probe", Stream.of(IdentityChecks.all(), CdiChecks.all(), RestChecks.all())),
        checks(
            "probe", Stream.of(DispatchChecks.all(), ConnectionChecks.all(), LoginChecks.form())),
        checks("probe-basic", Stream.of(LoginChecks.basic())),
        checks("probe-login", Stream.of(ContainerLoginChecks.all())),
        dynamicTest("stops", this::stop));
  }

  private void start() throws IOException {
    Path work = Selection.work(server, "probe");
    Launch launch = Launch.in(work).withSharedJars(Selection.rest(server, "jersey"));
    launch = launch.withProperties(properties(work));
    StartCommand start = server.kind().layOut(Selection.installation(server, jdk), launch);
    start.deploy(Selection.war("probe"), "probe");
    start.deploy(Selection.war("probe"), "probe-login");
    start.deploy(Selection.war("probe-basic"), "probe-basic");
    running = RunningServer.start(start, launch);
    for (String context : List.of("probe", "probe-basic", "probe-login")) {
      String page = "/" + context + "/required/who";
      running().untilAnswers(page, 401);
      running().untilItHasKeys(page, world.issuer().token("alice").text());
    }
  }

  private Map<String, String> properties(Path work) throws IOException {
    Map<String, String> properties = new LinkedHashMap<>(issuers(world));
    properties.put("probe.world", worldFile(work).toString());
    return properties;
  }

  /** Returns the system properties that the probe's web.xml names. */
  static Map<String, String> issuers(World world) {
    return Map.of(
        "probe.issuer",
        world.issuer().issuer(),
        "probe.audience",
        FakeIssuer.AUDIENCE,
        "probe.second-issuer",
        world.secondIssuer().issuer(),
        "probe.second-audience",
        FakeIssuer.AUDIENCE);
  }

  static Site site(URI base, World world, Set<Technology> technologies) {
    return new Site(base, world.issuer(), world.secondIssuer(), technologies);
  }

  private Path worldFile(Path work) throws IOException {
    Properties properties = new Properties();
    properties.putAll(contract.settings());
    Path file = work.resolve("world.properties");
    try (Writer writer = Files.newBufferedWriter(file)) {
      properties.store(writer, null);
    }
    return file;
  }

  private DynamicNode row(ContractRow row) {
    return dynamicTest(row.configuration() + ", " + row.id(), () -> check(row));
  }

  private void check(ContractRow row) throws IOException {
    try {
      contract.check(row, "/probe", running().port());
    } catch (AssertionError | IOException e) {
      broken++;
      throw e;
    }
  }

  private void contractIsKept() {
    table.record(server, CONTRACT, broken == 0 ? Cell.PASS : Cell.FAIL);
    Assertions.assertEquals(0, broken, "rows that are not kept");
  }

  private DynamicNode checks(String context, Stream<List<Check>> checks) {
    return dynamicContainer(
        context,
        checks
            .flatMap(List::stream)
            .map(check -> dynamicTest(check.name(), () -> run(check, context))));
  }

  private void run(Check check, String context) throws Exception {
    Site site = site(running().uri("/" + context), world, server.technologies());
    new Cells(server, table).fill(check.name(), () -> check.body().run(site));
  }

  private RunningServer running() {
    return Objects.requireNonNull(running, "the server has not started");
  }

  private void stop() {
    running().close();
  }
}
