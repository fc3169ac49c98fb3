package co.tambo.auth;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import co.tambo.auth.internal.http.SocketServer;
import co.tambo.auth.internal.time.TimeSource;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;

/**
 * How a request went while a far side failed.
 *
 * @param status the answer's, 0 where the request was let in
 * @param retryAfter the header, empty where there is none
 * @param text everything that the caller sees
 * @param took how long the caller waited
 * @param connections how many connections the far side has open afterwards
 */
record FaultRun(int status, String retryAfter, String text, Duration took, int connections) {

  private static final Duration GRACE = Duration.ofMillis(500);
  private static final Duration SETTLING = Duration.ofSeconds(5);

  /** Makes the request, and waits a while for connections beyond those that may be kept to end. */
  static FaultRun of(Supplier<AuthDecision> request, SocketServer server, int kept) {
    TimeSource time = TimeSource.system();
    long start = time.nanos();
    AuthDecision decision = request.get();
    Duration took = Duration.ofNanos(time.nanos() - start);
    long settled = time.nanos();
    while (server.connections() > kept && time.nanos() - settled < SETTLING.toNanos()) {
      Thread.onSpinWait();
    }
    return decision instanceof AuthDecision.Refused refused
        ? new FaultRun(
            refused.status(),
            refused.headers().getOrDefault("Retry-After", ""),
            refused.headers() + refused.body(),
            took,
            server.connections())
        : new FaultRun(0, "", "", took, server.connections());
  }

  void check(int expectedStatus, String expectedWait, Duration deadline, int kept) {
    assertEquals(expectedStatus + " " + expectedWait, status + " " + retryAfter);
    assertTrue(took.compareTo(deadline.plus(GRACE)) <= 0, () -> "took " + took.toMillis() + " ms");
    assertTrue(connections <= kept, () -> connections + " connections are open");
    assertEquals(List.of(), List.of("canary").stream().filter(text::contains).toList(), text);
  }

  /** Returns the names of the threads of ours that are there and were not. */
  static List<String> threadsSince(Set<Thread> before) {
    return Thread.getAllStackTraces().keySet().stream()
        .filter(thread -> !before.contains(thread))
        .map(Thread::getName)
        .filter(name -> name.startsWith("tambo-auth"))
        .toList();
  }

  static Map<String, String> with(Map<String, String> settings, String... more) {
    Map<String, String> all = new java.util.LinkedHashMap<>(settings);
    for (int i = 0; i < more.length; i += 2) {
      all.put(more[i], more[i + 1]);
    }
    return all;
  }
}
