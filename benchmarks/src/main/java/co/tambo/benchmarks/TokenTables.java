package co.tambo.benchmarks;

import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/** The tables about single tokens. */
record TokenTables(Measured measured) {

  private static final List<String> ALGORITHMS = List.of("RS256", "ES256", "EDDSA", "HS256");

  String firstSight(String jdk) {
    if (measured.rows("measured", "VerificationBenchmark.verify", "jdk", jdk).isEmpty()) {
      return "";
    }
    Table table = new Table("µs, and KB allocated", "Version", "RS256", "ES256", "EdDSA", "HS256");
    table.row(
        "raw JCA",
        jdk,
        cells(a -> cell(measured.signature("us", a, jdk), measured.signature("bytes", a, jdk))));
    for (Contestant contestant : Contestant.values()) {
      table.row(
          contestant.title(),
          contestant.version(),
          cells(
              a ->
                  cell(
                      measured.firstSight(contestant, a, jdk),
                      measured.verification("bytes", contestant, a, TokenKind.GOOD, jdk))));
    }
    return table.toString();
  }

  private static String cells(UnaryOperator<String> cell) {
    return ALGORITHMS.stream().map(cell).collect(Collectors.joining(" | "));
  }

  private static String cell(double micros, double bytes) {
    return Double.isFinite(micros) ? Table.figure(micros) + ", " + Table.figure(bytes / 1024) : "–";
  }

  String refused(String jdk) {
    Table table =
        new Table(
            "RS256, µs", "good", "bad signature", "expired", "unknown kid", "garbage", "oversize");
    for (Contestant contestant : Contestant.values()) {
      String cells =
          List.of(TokenKind.values()).stream()
              .map(
                  kind -> Table.figure(measured.verification("us", contestant, "RS256", kind, jdk)))
              .collect(Collectors.joining(" | "));
      table.row(contestant.title(), cells);
    }
    return measured.rows("kind", "GARBAGE", "jdk", jdk).isEmpty() ? "" : table.toString();
  }

  String known() {
    Table table = new Table("", "JDK", "µs", "KB allocated");
    for (String jdk : measured.jdks()) {
      known(table, "SHA-256 and a look-up", "floor", jdk);
      known(table, "known token", "known", jdk);
      known(table, "known token that has expired", "knownExpired", jdk);
    }
    return table.toString();
  }

  private void known(Table table, String title, String method, String jdk) {
    double micros = measured.known("us", method, jdk);
    if (Double.isFinite(micros)) {
      double bytes = measured.known("bytes", method, jdk);
      table.row(title, jdk, Table.figure(micros), Table.figure(bytes / 1024));
    }
  }
}
