package co.tambo.servers;

import static org.junit.jupiter.api.Assertions.assertEquals;
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
    int deployed = jvm.definersOf(FILTER).size();
    redeploy(WARM_UP);
    int loaders = jvm.settledDefinersOf(FILTER, deployed, SETTLING).size();
    ThreadNames threads = jvm.threadNames();
    redeploy(rounds);
    int left = jvm.settledDefinersOf(FILTER, loaders, SETTLING).size();
    assertEquals(loaders, left, "class loaders after " + rounds + " redeployments");
    assertEquals(List.of(), jvm.settledThreadsBeyond(threads, this::isNoPool, SETTLING));
  }

  /** The pools of the JVM and of the server grow and shrink as they like. */
  private boolean isNoPool(String thread) {
    return Stream.concat(JVM_POOLS.stream(), server.pools().stream()).noneMatch(thread::startsWith);
  }

  /**
   * One application takes the other's place, so that each look of the server at its folder is for
   * both; none is left.
   */
  private void redeploy(int times) throws Exception {
    running.deploy(Selection.war(""), context(0));
    isDeployed(context(0));
    for (int i = 1; i < times; i++) {
      running.undeploy(context(i - 1));
      running.deploy(Selection.war(""), context(i));
      isGone(context(i - 1));
      isDeployed(context(i));
    }
    running.undeploy(context(times - 1));
    isGone(context(times - 1));
  }

  private static String context(int round) {
    return CONTEXT + round % 2;
  }

  private void isDeployed(String context) throws Exception {
    running.untilAnswers("/" + context + "/public/ping", 200);
    running.untilAnswers("/" + context + "/", 200);
    new SampleSite(running.uri("/" + context), keycloak).knowsAlice();
  }

  private void isGone(String context) {
    running.untilAnswers("/" + context + "/public/ping", 404);
  }
}
