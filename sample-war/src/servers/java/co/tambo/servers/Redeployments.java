package co.tambo.servers;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import co.tambo.auth.parts.Attack;
import co.tambo.servers.jvm.JvmInspection;
import co.tambo.servers.jvm.ThreadNames;
import co.tambo.servers.keycloak.Keycloak;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/** Deploys the sample over and over, and counts what the server's JVM keeps of it. */
final class Redeployments {

  private static final String FILTER = "co.tambo.auth.servlet.TamboAuthFilter";
  private static final String CONTEXT = "again";
  private static final int WARM_UP = 2;

  private static final Duration SETTLING = Duration.ofMinutes(2);

  /** Compilers, collectors, and connections of {@code jcmd} and JMX. */
  private static final List<String> JVM_POOLS =
      List.of("C1 Comp", "C2 Comp", "GC Thread", "G1 ", "Attach Listener", "RMI TCP Connection");

  private final RunningServer running;
  private final JvmInspection jvm;
  private final Keycloak keycloak;
  private final Server server;
  private final int rounds;

  Redeployments(Server server, RunningServer running, Path jdk, Keycloak keycloak) {
    this.server = server;
    this.running = running;
    this.keycloak = keycloak;
    this.jvm = JvmInspection.of(running.pid(), jdk);
    this.rounds = server.redeployments();
  }

  @Attack("L03")
  void check() throws Exception {
    assumeTrue(rounds > 0);
    int expected = jvm.definersOf(FILTER).size() + keptByRecords();
    redeploy(WARM_UP);
    int before = jvm.settledDefinersOf(FILTER, expected, SETTLING).size();
    ThreadNames threads = jvm.threadNames();
    redeploy(rounds);
    int kept = Math.max(before, expected);
    int after = jvm.settledDefinersOf(FILTER, kept, SETTLING).size();
    System.out.println(
        "class loaders: " + before + ", " + rounds + " redeployments later " + after);
    assertTrue(after <= kept, () -> "class loaders: " + after + ", at most " + kept + " expected");
    assertEquals(List.of(), jvm.settledThreadsBeyond(threads, this::isNoPool, SETTLING));
  }

  /**
   * Returns how many applications a JVM keeps for its own sake. Before JDK 19 each of the three
   * method handles by which records compare and hash keeps the types that it was last adapted to.
   */
  private static int keptByRecords() {
    return Runtime.version().feature() < 19 ? 3 : 0;
  }

  /** The pools of the JVM and of the server grow and shrink as they like. */
  private boolean isNoPool(String thread) {
    return Stream.concat(JVM_POOLS.stream(), server.pools().stream()).noneMatch(thread::startsWith);
  }

  private void redeploy(int times) throws Exception {
    for (int i = 0; i < times; i++) {
      redeploy();
    }
  }

  private void redeploy() throws Exception {
    running.deploy(Selection.war(""), CONTEXT);
    running.untilAnswers("/" + CONTEXT + "/public/ping", 200);
    running.untilAnswers("/" + CONTEXT + "/", 200);
    SampleSite site = new SampleSite(running.uri("/" + CONTEXT), keycloak);
    site.untilItHasKeys(running);
    site.knowsAlice();
    running.undeploy(CONTEXT);
    running.untilAnswers("/" + CONTEXT + "/public/ping", 404);
  }
}
