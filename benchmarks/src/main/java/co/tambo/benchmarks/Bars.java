package co.tambo.benchmarks;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/** What this project holds itself to, with what was measured. */
final class Bars {

  private static final double KB = 1024;

  private final Measured measured;
  private final Table table = new Table("What", "JDK", "Bar", "Measured", "");

  private Bars(Measured measured) {
    this.measured = measured;
  }

  static String of(Measured measured) {
    Bars bars = new Bars(measured);
    for (String jdk : measured.jdks()) {
      bars.firstSight(jdk);
      bars.known(jdk);
      bars.refused(jdk);
      bars.growth(jdk);
      bars.start(jdk);
      bars.requests(jdk);
    }
    return bars.table.toString();
  }

  private void firstSight(String jdk) {
    for (String algorithm : List.of("RS256", "ES256", "EDDSA")) {
      double ours = measured.firstSight(Contestant.TAMBO, algorithm, jdk);
      double limit = algorithm.equals("RS256") ? 1.30 : 1.10;
      atMost(
          "first sight, " + algorithm,
          jdk,
          "× JCA",
          limit,
          ours / measured.signature("us", algorithm, jdk));
      if (algorithm.equals("RS256")) {
        besideFastestPeer(jdk, ours);
      }
    }
    double bytes = measured.verification("bytes", Contestant.TAMBO, "RS256", TokenKind.GOOD, jdk);
    atMost("first sight, RS256, allocated", jdk, "KB", 20, bytes / KB);
  }

  private void besideFastestPeer(String jdk, double ours) {
    Contestant peer = measured.fastestPeer("RS256", jdk);
    add(
        "first sight, RS256",
        jdk,
        "at most 1 × fastest peer, or within the run's error",
        ours / measured.firstSight(peer, "RS256", jdk),
        bound(Contestant.TAMBO, jdk, -1) <= bound(peer, jdk, 1));
  }

  /** Returns the lower or upper end of what JMH is sure of by 99.9 %. */
  private double bound(Contestant contestant, String jdk, int sign) {
    return measured.verification("us", contestant, "RS256", TokenKind.GOOD, jdk)
        + sign * measured.verification("error", contestant, "RS256", TokenKind.GOOD, jdk);
  }

  private void known(String jdk) {
    double known = measured.known("us", "known", jdk);
    atMost(
        "known token",
        jdk,
        "× SHA-256 and look-up",
        1.6,
        known / measured.known("us", "floor", jdk));
    atLeast("fastest peer, RS256", jdk, "× known token", 20, fastestPeer("RS256", jdk) / known);
    if (jdk.equals("17")) {
      atLeast("fastest peer, ES256", jdk, "× known token", 300, fastestPeer("ES256", jdk) / known);
    }
    atMost("known token, allocated", jdk, "KB", 4, measured.known("bytes", "known", jdk) / KB);
    atMost(
        "known token that has expired",
        jdk,
        "× known token",
        1,
        measured.known("us", "knownExpired", jdk) / known);
  }

  private double fastestPeer(String algorithm, String jdk) {
    return measured.firstSight(measured.fastestPeer(algorithm, jdk), algorithm, jdk);
  }

  private void refused(String jdk) {
    double good = measured.firstSight(Contestant.TAMBO_REQUEST, "RS256", jdk);
    for (TokenKind kind : List.of(TokenKind.GARBAGE, TokenKind.OVERSIZE)) {
      double time = measured.verification("us", Contestant.TAMBO_REQUEST, "RS256", kind, jdk);
      atMost(kind.title() + " refused", jdk, "× a new token, request", 0.1, time / good);
    }
  }

  private void growth(String jdk) {
    List<Row> rows = new ArrayList<>();
    for (Row row : measured.rows("measured", "GrowthBenchmark.known", "jdk", jdk, "ballast", 0)) {
      if (row.text("threads").isEmpty() && row.is("issuers", 1)) {
        rows.add(row);
      }
    }
    if (!rows.isEmpty()) {
      Row last = rows.stream().max(Comparator.comparing(row -> row.figure("tokens"))).get();
      double first =
          measured.figure("us", "measured", "GrowthBenchmark.known", "jdk", jdk, "tokens", 100);
      atMost(
          "known token, " + last.text("tokens") + " seen",
          jdk,
          "× with 100 seen",
          2,
          last.figure("us") / first);
    }
    Object[] heap = {"measured", "heap of a verdict", "jdk", jdk};
    double beyond = measured.figure("bytes", heap) - measured.figure("claims", heap);
    atMost("heap of a cached verdict beyond its claims", jdk, "KB", 1.5, beyond / KB);
  }

  private void start(String jdk) {
    double bytes = measured.figure("bytes", "measured", "jars in WEB-INF/lib", "jdk", jdk);
    atMost("both jars together", jdk, "MB", 2.5, bytes / KB / KB);
    double init =
        measured.figure("warmMs", "measured", "Filter.init", "provider", "down", "jdk", jdk);
    atMost("Filter.init, warm, provider down", jdk, "ms", 100, init);
  }

  private void requests(String jdk) {
    Object[] site = {"measured", "requests", "server", "jetty", "threads", "platform", "jdk", jdk};
    double[] bare = site("NONE", site);
    double[] ours = site("TAMBO", site);
    atLeast("Jetty, known token, throughput", jdk, "× without the filter", 0.95, ours[0] / bare[0]);
    atMost("Jetty, known token, p99 added at half load", jdk, "ms", 0.2, ours[1] - bare[1]);
  }

  private double[] site(String protection, Object... site) {
    Object[] wanted = Arrays.copyOf(site, site.length + 4);
    System.arraycopy(
        new Object[] {"protection", protection, "tokens", "known"}, 0, wanted, site.length, 4);
    return new double[] {measured.figure("perSecond", wanted), measured.figure("p99Ms", wanted)};
  }

  private void atMost(String what, String jdk, String unit, double limit, double value) {
    add(what, jdk, "at most " + Table.figure(limit) + " " + unit, value, value <= limit);
  }

  private void atLeast(String what, String jdk, String unit, double limit, double value) {
    add(what, jdk, "at least " + Table.figure(limit) + " " + unit, value, value >= limit);
  }

  private void add(String what, String jdk, String bar, double value, boolean met) {
    if (Double.isFinite(value)) {
      table.row(what, jdk, bar, Table.figure(value), met ? "met" : "missed");
    }
  }
}
