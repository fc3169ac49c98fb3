package co.tambo.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Writes the page about performance, of the results that are kept. */
final class Report {

  static final Path PAGE = Path.of("..", "docs", "performance.md");
  static final Path PLOT = Path.of("..", "docs", "performance.svg");

  private static final List<String> ALGORITHMS = List.of("RS256", "ES256", "EDDSA", "HS256");

  private final Measured measured;
  private final StringBuilder page = new StringBuilder();

  private Report(Measured measured) {
    this.measured = measured;
  }

  static void write(Measured measured) throws IOException {
    Files.writeString(PAGE, page(measured));
    Files.writeString(PLOT, Plot.of(measured));
  }

  /** Returns the page. */
  static String page(Measured measured) {
    Report report = new Report(measured);
    report.page.append(Prose.HEAD);
    report.circumstances();
    report.section("What this project holds itself to", Prose.BARS, Bars.of(measured));
    for (String jdk : measured.jdks()) {
      report.section("A token's first sight, JDK " + jdk, Prose.FIRST, report.firstSight(jdk));
      report.section("Refused tokens, JDK " + jdk, Prose.REFUSED, report.refused(jdk));
    }
    report.section("Known tokens", Prose.KNOWN, report.known());
    report.section("Growth", Prose.GROWTH, report.growth());
    report.section("Exchange", Prose.EXCHANGE, report.exchange());
    report.section("Start and footprint", Prose.START, report.start());
    return report.page.toString();
  }

  private void section(String title, String text, String table) {
    if (table.lines().count() > 2) {
      page.append("\n## ").append(title).append("\n\n").append(text).append('\n').append(table);
    }
  }

  private void circumstances() {
    Table table = new Table("Part", "Date", "Profile", "Machine", "JVM", "Load at the end");
    measured
        .byPart()
        .forEach(
            (part, results) -> {
              Map<String, Object> facts = results.circumstances();
              if (!facts.isEmpty()) {
                table.row(
                    part.name().toLowerCase(java.util.Locale.ROOT),
                    facts.get("date"),
                    facts.get("profile"),
                    facts.get("cores") + " × " + facts.get("processor"),
                    facts.get("jdk"),
                    facts.get("load"));
              }
            });
    page.append('\n').append(table);
  }

  private String firstSight(String jdk) {
    Table table = new Table("µs, and KB allocated", "Version", "RS256", "ES256", "EdDSA", "HS256");
    table.row(
        "raw JCA",
        jdk,
        cells(a -> cell(measured.signature("cpu", a, jdk), measured.signature("bytes", a, jdk))));
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

  private static String cells(java.util.function.UnaryOperator<String> cell) {
    return ALGORITHMS.stream().map(cell).collect(Collectors.joining(" | "));
  }

  private static String cell(double micros, double bytes) {
    return Double.isFinite(micros) ? Table.figure(micros) + ", " + Table.figure(bytes / 1024) : "–";
  }

  private String refused(String jdk) {
    Table table =
        new Table(
            "RS256, µs", "good", "bad signature", "expired", "unknown kid", "garbage", "oversize");
    for (Contestant contestant : Contestant.values()) {
      String cells =
          List.of(TokenKind.values()).stream()
              .map(
                  kind ->
                      Table.figure(measured.verification("cpu", contestant, "RS256", kind, jdk)))
              .collect(Collectors.joining(" | "));
      table.row(contestant.title(), cells);
    }
    return measured.rows("kind", "GARBAGE", "jdk", jdk).isEmpty() ? "" : table.toString();
  }

  private String known() {
    Table table = new Table("", "JDK", "µs", "KB allocated");
    for (String jdk : measured.jdks()) {
      known(table, "SHA-256 and a look-up", "floor", jdk);
      known(table, "known token", "known", jdk);
      known(table, "known token that has expired", "knownExpired", jdk);
    }
    return table.toString();
  }

  private void known(Table table, String title, String method, String jdk) {
    double micros = measured.known("cpu", method, jdk);
    if (Double.isFinite(micros)) {
      double bytes = measured.known("bytes", method, jdk);
      table.row(title, jdk, Table.figure(micros), Table.figure(bytes / 1024));
    }
  }

  private String growth() {
    Table table =
        new Table(
            "", "JDK", "Tokens seen", "Claims beyond 0.9 KB", "Keys", "Issuers", "Threads", "µs");
    for (String method : List.of("known", "firstSight")) {
      for (Row row : measured.rows("measured", "GrowthBenchmark." + method)) {
        String threads = row.text("threads");
        table.row(
            method.equals("known") ? "known" : "first sight",
            row.text("jdk"),
            Table.figure(row.figure("tokens")),
            Table.figure(row.figure("ballast") / 1024) + " KB",
            row.text("keys"),
            row.text("issuers"),
            threads.isEmpty() ? "1" : threads,
            Table.figure(row.figure("cpu")));
      }
    }
    for (Row row : measured.rows("measured", "heap of a verdict")) {
      table.row(
          "heap of a verdict: "
              + Table.figure(row.figure("bytes"))
              + " bytes, its claims alone "
              + Table.figure(row.figure("claims")),
          row.text("jdk"),
          "50,000",
          "–",
          "1",
          "1",
          "1",
          "holds " + Table.figure(row.figure("verdicts")) + " verdicts");
    }
    return table.toString();
  }

  private String exchange() {
    Table table = new Table("", "JDK", "Measured");
    for (Row row : measured.rows("measured", "ExchangeBenchmark.decide")) {
      table.row(
          "known user, exchange " + row.text("exchange"),
          row.text("jdk"),
          Table.figure(row.figure("cpu")) + " µs");
    }
    for (Row row : measured.rows("measured", "stampede of 1000 callers")) {
      table.row(
          "1,000 callers at once, users: " + row.text("users"),
          row.text("jdk"),
          Table.figure(row.figure("ms"))
              + " ms until the last is let in, exchanges: "
              + Table.figure(row.figure("exchanges")));
    }
    return table.toString();
  }

  private String start() {
    Table table = new Table("", "JDK", "Measured");
    for (Row row : measured.rows("measured", "Filter.init")) {
      String provider = "provider " + row.text("provider");
      table.row(
          "first `Filter.init`, " + provider,
          row.text("jdk"),
          Table.figure(row.figure("firstMs")) + " ms");
      table.row(
          "later `Filter.init`, " + provider,
          row.text("jdk"),
          Table.figure(row.figure("warmMs")) + " ms");
      table.row(
          "classes loaded, " + provider, row.text("jdk"), Table.figure(row.figure("classes")));
      table.row(
          "heap at rest, " + provider,
          row.text("jdk"),
          Table.figure(row.figure("heap") / 1024) + " KB");
    }
    for (Row row : measured.rows("measured", "jars in WEB-INF/lib")) {
      table.row(
          "jars added",
          row.text("jdk"),
          row.text("jars") + " with " + Table.figure(row.figure("bytes") / 1024 / 1024) + " MB");
    }
    return table.toString();
  }
}
