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

/** Deploys the sample over and over, and counts what the server's JVM keeps of it. */
final class Redeployments {

  private static final String FILTER = "co.tambo.auth.servlet.TamboAuthFilter";
  private static final String CONTEXT = "again";
  private static final int WARM_UP = 2;
  private static final Duration SETTLING = Duration.ofSeconds(40);

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
    for (int i = 0; i < WARM_UP; i++) {
      redeploy();
    }
    int loaders = jvm.settledDefinersOf(FILTER, 1, SETTLING).size();
    ThreadNames threads = jvm.threadNames();
    for (int i = 0; i < rounds; i++) {
      redeploy();
    }
    int left = jvm.settledDefinersOf(FILTER, loaders, SETTLING).size();
    assertEquals(loaders, left, "class loaders after " + rounds + " redeployments");
    assertEquals(List.of(), jvm.settledThreadsBeyond(threads, this::isNoPool, SETTLING));
  }

  /** The server's own pools grow and shrink as they like. */
  private boolean isNoPool(String thread) {
    return server.pools().stream().noneMatch(thread::startsWith);
  }

  private void redeploy() throws Exception {
    running.deploy(Selection.war(""), CONTEXT);
    running.untilAnswers("/" + CONTEXT + "/public/ping", 200);
    running.untilAnswers("/" + CONTEXT + "/", 200);
    new SampleSite(running.uri("/" + CONTEXT), keycloak).knowsAlice();
    running.undeploy(CONTEXT);
    running.untilAnswers("/" + CONTEXT + "/public/ping", 404);
  }
}
