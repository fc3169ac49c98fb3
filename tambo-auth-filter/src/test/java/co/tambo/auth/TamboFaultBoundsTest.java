package co.tambo.auth;

import static org.junit.jupiter.api.Assertions.assertEquals;

import co.tambo.auth.internal.http.SocketServer;
import co.tambo.auth.parts.Attack;
import co.tambo.auth.testing.FakeIssuer;
import co.tambo.auth.testing.SignatureAlgorithm;
import java.io.IOException;
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
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Whatever Tambo does: the answer, how long it takes, and what is left open afterwards. */
class TamboFaultBoundsTest {

  private static final Duration DEADLINE = Duration.ofSeconds(1);
  private static final String TOKEN =
      "{\"access_token\":\"t\",\"token_type\":\"Bearer\",\"expires_in\":3600,"
          + "\"issued_token_type\":\"urn:ietf:params:oauth:token-type:access_token\"}";

  /** A request to a Tambo that never answered properly, and one to a Tambo that did. */
  private record Runs(FaultRun first, FaultRun later) {}

  private static final FakeIssuer ISSUER = FakeIssuer.start();
  private static final Map<Fault, Future<Runs>> RUNS = new EnumMap<>(Fault.class);
  private static final List<String> THREADS = new ArrayList<>();

  @BeforeAll
  static void letEveryFaultHappen() throws Exception {
    Set<Thread> before = Thread.getAllStackTraces().keySet();
    ExecutorService threads = Executors.newFixedThreadPool(4);
    try {
      for (Fault fault : Fault.values()) {
        RUNS.put(fault, threads.submit(() -> new Runs(run(fault, false), run(fault, true))));
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

  private static FaultRun run(Fault fault, boolean heard) throws IOException {
    AtomicReference<SocketServer.Script> script =
        new AtomicReference<>((head, out, socket) -> answer(out));
    try (SocketServer server =
            SocketServer.start((head, out, socket) -> script.get().answer(head, out, socket));
        TamboAuthenticator authenticator = authenticator(server)) {
      if (heard) {
        authenticator.authenticate(bearing("first"));
      }
      script.set(fault.script());
      FakeRequest request = bearing("second");
      return FaultRun.of(() -> authenticator.authenticate(request), server, fault.kept());
    }
  }

  private static void answer(java.io.OutputStream out) throws IOException {
    SocketServer.write(out, SocketServer.response("201 Created", TOKEN));
  }

  private static TamboAuthenticator authenticator(SocketServer server) {
    Map<String, String> settings =
        Map.of(
            "tambo.verification",
            "public-key",
            "tambo.public-key",
            ISSUER.publicKeyPem(SignatureAlgorithm.RS256),
            "tambo.issuer",
            ISSUER.issuer(),
            "tambo.audience",
            FakeIssuer.AUDIENCE,
            "tambo.url",
            server.uri("").toString(),
            "tambo.api-key",
            "canary-api-key",
            "tambo.exchange",
            "required",
            "tambo.exchange.timeout",
            "PT1S");
    return TamboAuthenticator.of(TamboAuthConfig.of(settings), TamboAuthListener.NONE);
  }

  private static FakeRequest bearing(String subject) {
    return FakeRequest.get("/x")
        .header("Authorization", "Bearer " + ISSUER.token(subject).claim("c", "canary").text());
  }

  /** Where nothing but the status decides, it says so itself; anything odd counts as no Tambo. */
  private static int expected(Fault fault, boolean heard) {
    return switch (fault) {
      case S400, S401 -> 401;
      case S403 -> 500;
      case RESET,
          CLOSED,
          HALF_OPEN,
          HEADERS_THEN_SILENCE,
          DRIPPING_HEADERS,
          DRIPPING_BODY,
          CUT_SHORT,
          NO_HTTP,
          ENDLESS_HEADERS,
          GZIP_BOMB,
          S402,
          S409,
          S422,
          S429,
          S429_SECONDS,
          S429_DATE,
          S429_PAST,
          S429_NEGATIVE,
          S429_HUGE,
          S429_WORDS,
          S500,
          S502_HTML,
          S503,
          S504 ->
          503;
      default -> heard ? 503 : 500;
    };
  }

  private static String wait(Fault fault, boolean heard) {
    if (expected(fault, heard) != 503) {
      return "";
    }
    return switch (fault) {
      case S429_SECONDS -> "7";
      case S429_DATE, S429_HUGE -> "60";
      case S429_PAST -> "1";
      case S503 -> "30";
      default -> "5";
    };
  }

  private static void check(Fault fault, boolean heard, FaultRun run) {
    run.check(expected(fault, heard), wait(fault, heard), DEADLINE, fault.kept());
  }

  @ParameterizedTest
  @EnumSource
  @Attack({"X04", "X05", "X06", "X07", "X08", "X09", "X10"})
  void faultOfATamboThatNeverAnsweredIsAnsweredWithinTheDeadline(Fault fault) throws Exception {
    check(fault, false, Objects.requireNonNull(RUNS.get(fault)).get().first());
  }

  @ParameterizedTest
  @EnumSource
  @Attack({"X05", "X06", "X07", "X08", "X09", "X10"})
  void faultOfATamboThatAnsweredOnceIsAnsweredWithinTheDeadline(Fault fault) throws Exception {
    check(fault, true, Objects.requireNonNull(RUNS.get(fault)).get().later());
  }

  @Test
  @Attack("L03")
  void noThreadOfOursIsLeft() {
    assertEquals(List.of(), THREADS);
  }
}
