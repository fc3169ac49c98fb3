package co.tambo.servers;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import co.tambo.servers.keycloak.Keycloak;
import co.tambo.servers.keycloak.LabUser;
import co.tambo.servers.keycloak.RealmKey;
import co.tambo.servers.load.Load;
import co.tambo.servers.load.LoadCall;
import co.tambo.servers.load.LoadReport;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

/** What a live Keycloak goes through, while requests run that must not notice. */
final class LiveIssuer {

  private static final int AT_LEAST = 5_000;

  /** Few, for the server and Keycloak need the machine too. */
  private static final int WORKERS = 1;

  private static final String PAGE = "/servlet/me";

  private final Keycloak keycloak;

  LiveIssuer(Keycloak keycloak) {
    this.keycloak = keycloak;
  }

  /**
   * An application that has started while the issuer was down.
   *
   * @param server the server that runs it
   */
  record Late(SampleSite site, RunningServer server) {

    private boolean knows(LoadCall call) {
      return server.status(site.uri(PAGE).getPath(), call.token()) == 200;
    }
  }

  /** Starts an application while the issuer is down. */
  @FunctionalInterface
  interface LateStart {
    Late start() throws Exception;
  }

  /** The realm's key is rotated; a token of the new one is used as soon as there is one. */
  void rotation(SampleSite site) throws Exception {
    List<LoadCall> calls = new CopyOnWriteArrayList<>(List.of(call()));
    RealmKey old = keycloak.signingKey("RS256");
    LoadReport report =
        load(site, calls)
            .during(
                AT_LEAST,
                () -> {
                  keycloak.rotateKeys();
                  calls.add(call());
                });
    passed("key rotation", report);
    keycloak.retireKey(old);
  }

  /**
   * Keycloak stops and starts again. An application that starts in between refuses what it cannot
   * verify, and heals by itself.
   */
  void outage(SampleSite site, LateStart late) throws Exception {
    LoadCall known = call();
    LoadReport report =
        load(site, List.of(known))
            .during(
                AT_LEAST,
                () -> {
                  keycloak.stop();
                  Late started = late.start();
                  unavailable(started.site().get(PAGE, known.token()));
                  keycloak.start();
                  started.server().until("alice is known", () -> started.knows(known));
                });
    passed("outage", report);
  }

  private static void unavailable(HttpResponse<String> answer) {
    assertEquals(503, answer.statusCode(), answer::body);
    assertTrue(answer.headers().firstValue("Retry-After").isPresent(), "Retry-After");
  }

  private LoadCall call() {
    return new LoadCall(
        keycloak.passwordGrant(LabUser.ALICE).accessToken(), LabUser.ALICE.userName());
  }

  private static Load load(SampleSite site, List<LoadCall> calls) {
    AtomicInteger next = new AtomicInteger();
    return Load.on(
            site.uri(PAGE), () -> calls.get(Math.floorMod(next.getAndIncrement(), calls.size())))
        .withWorkers(WORKERS);
  }

  private static void passed(String what, LoadReport report) {
    System.out.println(what + ": " + report);
    report.requireAllGood();
    assertTrue(report.sent() >= AT_LEAST, report::toString);
  }
}
