package co.tambo.benchmarks;

import co.tambo.auth.testing.SignatureAlgorithm;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Whole requests to a server, with and without protection; this JVM is the load. */
final class Requests {

  private static final int KNOWN = 100;
  private static final List<String> HEAP = List.of("-Xms512m", "-Xmx512m");

  private final Jdk jdk;
  private final Duration duration;
  private final DemoIssuer issuer = new DemoIssuer(SignatureAlgorithm.RS256);
  private final List<byte[]> known = requests(TokenKind.GOOD, 0, KNOWN);
  private final List<byte[]> refused = requests(TokenKind.BAD_SIGNATURE, 0, KNOWN);
  private final List<byte[]> fresh;
  private final List<Row> rows = new ArrayList<>();

  private Requests(Profile profile, Jdk jdk) {
    this.jdk = jdk;
    this.duration = Duration.ofSeconds(profile.full() ? 10 : 3);
    this.fresh = requests(TokenKind.GOOD, KNOWN, profile.full() ? 40_000 : 4_000);
  }

  static List<Row> measure(Profile profile, Jdk jdk) throws Exception {
    Requests requests = new Requests(profile, jdk);
    for (String server : List.of("jetty", "tomcat")) {
      for (Protection protection : Protection.values()) {
        requests.measure(server, protection, "platform");
      }
      if (jdk.version() >= 21) {
        requests.measure(server, Protection.NONE, "virtual");
        requests.measure(server, Protection.TAMBO, "virtual");
      }
    }
    requests.issuer.close();
    return requests.rows;
  }

  private List<byte[]> requests(TokenKind kind, int from, int count) {
    List<byte[]> requests = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      requests.add(Connection.request(kind.of(issuer, from + i)));
    }
    return requests;
  }

  private void measure(String server, Protection protection, String threads) throws Exception {
    List<String> arguments = List.of(server, protection.name(), threads, issuer.keySet());
    try (ChildJvm jvm = ChildJvm.start(jdk, HEAP, Site.class, arguments)) {
      int port = Integer.parseInt(jvm.said("port"));
      Load known = new Load(port, this.known, 200, true);
      known.throughput(duration.multipliedBy(2)); // warms up
      Row row =
          Row.of("requests", jdk)
              .with("server", server)
              .with("protection", protection.name())
              .with("threads", threads);
      rows.add(measured(jvm, row.with("tokens", "known"), known, known));
      if (protection != Protection.NONE && threads.equals("platform")) {
        int half = fresh.size() / 2;
        rows.add(
            measured(
                jvm,
                row.with("tokens", "new"),
                new Load(port, fresh.subList(0, half), 200, false),
                new Load(port, fresh.subList(half, fresh.size()), 200, false)));
        Load bad = new Load(port, refused, 401, true);
        bad.throughput(duration);
        rows.add(measured(jvm, row.with("tokens", "refused"), bad, bad));
      }
    }
  }

  private Row measured(ChildJvm jvm, Row row, Load full, Load half) throws InterruptedException {
    Duration before = jvm.processorTime();
    Load.Throughput throughput = full.throughput(duration);
    double used = jvm.processorTime().minus(before).toNanos() / 1e3;
    long[] times = half.latencies(throughput.perSecond() / 2, duration);
    return row.with("perSecond", throughput.perSecond())
        .with("cpu", used / throughput.answers())
        .with("p50Ms", percentile(times, 0.50))
        .with("p99Ms", percentile(times, 0.99));
  }

  private static double percentile(long[] sorted, double share) {
    return sorted[(int) Math.min(sorted.length - 1, sorted.length * share)] / 1e6;
  }
}
