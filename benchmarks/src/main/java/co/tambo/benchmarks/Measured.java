package co.tambo.benchmarks;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * All results that are kept. Immutable.
 *
 * @param byPart each part's, in the parts' order
 */
record Measured(Map<Part, Results> byPart) {

  static Measured read(Path folder) {
    Map<Part, Results> byPart = new TreeMap<>();
    for (Part part : Part.values()) {
      byPart.put(part, Results.read(folder.resolve(part.file())));
    }
    return new Measured(byPart);
  }

  List<Row> rows(Object... namesAndValues) {
    List<Row> found = new ArrayList<>();
    byPart.values().forEach(part -> found.addAll(part.rows()));
    found.removeIf(row -> !row.is(namesAndValues));
    return found;
  }

  /** Returns a figure of the first row with these values; not a number without one. */
  double figure(String name, Object... namesAndValues) {
    Optional<Row> row = rows(namesAndValues).stream().findFirst();
    return row.map(found -> found.figure(name)).orElse(Double.NaN);
  }

  /** Returns the JDKs that something was measured on. */
  List<String> jdks() {
    return rows().stream().map(row -> row.text("jdk")).distinct().sorted().toList();
  }

  double firstSight(Contestant contestant, String algorithm, String jdk) {
    return verification("us", contestant, algorithm, TokenKind.GOOD, jdk);
  }

  double verification(
      String figure, Contestant contestant, String algorithm, TokenKind kind, String jdk) {
    return figure(
        figure,
        "measured",
        "VerificationBenchmark.verify",
        "contestant",
        contestant,
        "algorithm",
        algorithm,
        "kind",
        kind,
        "jdk",
        jdk);
  }

  double signature(String figure, String algorithm, String jdk) {
    return figure(
        figure,
        "measured",
        "SignatureBenchmark.check",
        "algorithm",
        algorithm,
        "kind",
        "GOOD",
        "jdk",
        jdk);
  }

  /** Returns a figure of known tokens: {@code floor}, {@code known}, {@code knownExpired}. */
  double known(String figure, String method, String jdk) {
    return figure(
        figure, "measured", "KnownTokenBenchmark." + method, "algorithm", "RS256", "jdk", jdk);
  }

  /** Returns the peer that takes the least processor time for a new token. */
  Contestant fastestPeer(String algorithm, String jdk) {
    return Arrays.stream(Contestant.values())
        .filter(contestant -> !contestant.ours())
        .min(Comparator.comparingDouble(peer -> orInfinite(firstSight(peer, algorithm, jdk))))
        .orElseThrow();
  }

  private static double orInfinite(double figure) {
    return Double.isNaN(figure) ? Double.POSITIVE_INFINITY : figure;
  }
}
