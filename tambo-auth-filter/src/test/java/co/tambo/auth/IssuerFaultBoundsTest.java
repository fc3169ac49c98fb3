package co.tambo.auth;

import static org.junit.jupiter.api.Assertions.assertEquals;

import co.tambo.auth.internal.http.SocketServer;
import co.tambo.auth.parts.Attack;
import co.tambo.auth.testing.FakeIssuer;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Whatever an issuer does: the answer, how long it takes, and what is left open afterwards. */
class IssuerFaultBoundsTest {

  private static final Duration DEADLINE = Duration.ofSeconds(4);
  private static final String CANARY = "canary-kid";

  /** The requests of one fault, one after another. */
  private record Runs(FaultRun discovery, FaultRun keys, FaultRun forced, FaultRun known) {}

  private static final FakeIssuer ISSUER = FakeIssuer.start();
  private static final Map<Fault, Future<Runs>> RUNS = new EnumMap<>(Fault.class);
  private static final List<String> THREADS = new ArrayList<>();

  @BeforeAll
  static void letEveryFaultHappen() throws Exception {
    Set<Thread> before = Thread.getAllStackTraces().keySet();
    ExecutorService threads = Executors.newFixedThreadPool(4);
    try {
      for (Fault fault : Fault.values()) {
        RUNS.put(fault, threads.submit(() -> runs(fault)));
      }
      for (Future<Runs> run : RUNS.values()) {
        run.get();
      }
    } finally {
      threads.shutdownNow();
    }
    THREADS.addAll(FaultRun.threadsSince(before));
  }

  @AfterAll
  static void stop() {
    ISSUER.close();
  }

  private static Runs runs(Fault fault) throws IOException {
    return new Runs(
        cold(fault, server -> Map.of("tambo.issuer", server.uri("/i").toString())),
        cold(fault, server -> keysAt(server.uri("/keys"))),
        warm(fault, CANARY),
        warm(fault, ""));
  }

  private static Map<String, String> keysAt(URI uri) {
    return Map.of("tambo.issuer", ISSUER.issuer(), "tambo.jwks-url", uri.toString());
  }

  private static TamboAuthenticator authenticator(Map<String, String> settings) {
    return TamboAuthenticator.of(
        TamboAuthConfig.of(FaultRun.with(settings, "tambo.audience", FakeIssuer.AUDIENCE)),
        TamboAuthListener.NONE);
  }

  /** The first request of all. */
  private static FaultRun cold(Fault fault, Function<SocketServer, Map<String, String>> settings)
      throws IOException {
    try (SocketServer server = SocketServer.start(fault.script())) {
      Map<String, String> configured = settings.apply(server);
      String token = ISSUER.token("a").claim("iss", configured.get("tambo.issuer")).text();
      try (TamboAuthenticator authenticator = authenticator(configured)) {
        return FaultRun.of(() -> authenticator.authenticate(bearing(token)), server, fault.kept());
      }
    }
  }

  /** A request after a good one: with an invented kid, or with the known key. */
  private static FaultRun warm(Fault fault, String kid) throws IOException {
    AtomicReference<SocketServer.Script> script =
        new AtomicReference<>(SocketServer.ok(ISSUER.keySet()));
    try (SocketServer server =
            SocketServer.start((head, out, socket) -> script.get().answer(head, out, socket));
        TamboAuthenticator authenticator = authenticator(keysAt(server.uri("/keys")))) {
      authenticator.authenticate(bearing(ISSUER.token("first").text()));
      script.set(fault.script());
      String invented = ISSUER.token("b").header("kid", CANARY).text();
      FaultRun forced =
          FaultRun.of(() -> authenticator.authenticate(bearing(invented)), server, fault.kept());
      String token = ISSUER.token("c").text();
      return kid.isEmpty()
          ? FaultRun.of(() -> authenticator.authenticate(bearing(token)), server, fault.kept())
          : forced;
    }
  }

  private static FakeRequest bearing(String token) {
    return FakeRequest.get("/x").header("Authorization", "Bearer " + token);
  }

  private static Runs runsOf(Fault fault) throws Exception {
    return Objects.requireNonNull(RUNS.get(fault)).get();
  }

  @ParameterizedTest
  @EnumSource
  @Attack({"K02", "K06", "K07", "K09"})
  void firstRequestIs503WithinTheDeadline(Fault fault) throws Exception {
    runsOf(fault).discovery().check(503, "5", DEADLINE, fault.kept());
    runsOf(fault).keys().check(503, "5", DEADLINE, fault.kept());
  }

  @ParameterizedTest
  @EnumSource
  @Attack({"K07", "K09", "K10"})
  void inventedKidIs401AndNo5xx(Fault fault) throws Exception {
    runsOf(fault).forced().check(401, "", DEADLINE, fault.kept());
  }

  @ParameterizedTest
  @EnumSource
  @Attack({"K09", "K12"})
  void lastGoodKeysGoOnServingWithoutAWait(Fault fault) throws Exception {
    runsOf(fault).known().check(0, "", Duration.ZERO, fault.kept());
  }

  @Test
  @Attack("L03")
  void noThreadOfOursIsLeft() {
    assertEquals(List.of(), THREADS);
  }
}
