package co.tambo.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Writes the page about performance, of the results that are kept. */
final class Report {

  static final Path PAGE = Path.of("..", "docs", "performance.md");
  static final Path PLOT = Path.of("..", "docs", "performance.svg");

  private final Measured measured;
  private final TokenTables tokens;
  private final StringBuilder page = new StringBuilder();

  private Report(Measured measured) {
    this.measured = measured;
    this.tokens = new TokenTables(measured);
  }

  static void write(Measured measured) throws IOException {
    Files.writeString(PAGE, page(measured));
    String plot = Plot.of(measured);
    if (!plot.isEmpty()) {
      Files.writeString(PLOT, plot);
    }
  }

  /** Returns the page. */
  static String page(Measured measured) {
    Report report = new Report(measured);
    report.page.append(Prose.HEAD);
    report.circumstances();
    report.page.append(Plot.of(measured).isEmpty() ? "" : Prose.PLOT);
    report.section("What this project holds itself to", Prose.BARS, Bars.of(measured));
    for (String jdk : measured.jdks()) {
      report.section(
          "A token's first sight, JDK " + jdk, Prose.FIRST, report.tokens.firstSight(jdk));
      report.section("Refused tokens, JDK " + jdk, Prose.REFUSED, report.tokens.refused(jdk));
    }
    report.section("Known tokens", Prose.KNOWN, report.tokens.known());
    report.section("Growth", Prose.GROWTH, report.growth());
    report.section("Exchange", Prose.EXCHANGE, report.exchange());
    report.section("Start and footprint", Prose.START, report.start());
    report.section("Whole requests", Prose.REQUESTS, report.requests());
    report.section("Other providers of cryptography", Prose.PROVIDERS, report.providers());
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
                    part.name().toLowerCase(Locale.ROOT),
                    facts.get("date"),
                    facts.get("profile"),
                    facts.get("cores") + " × " + facts.get("processor"),
                    facts.get("jdk"),
                    facts.get("load"));
              }
            });
    page.append('\n').append(table);
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
            Table.figure(row.figure(threads.isEmpty() ? "us" : "cpu")));
      }
    }
    return table.toString();
  }

  private String exchange() {
    Table table = new Table("", "JDK", "Measured");
    for (Row row : measured.rows("measured", "ExchangeBenchmark.decide")) {
      table.row(
          "known user, exchange " + row.text("exchange"),
          row.text("jdk"),
          Table.figure(row.figure("us")) + " µs");
    }
    for (Row row : measured.rows("measured", "stampede of 1000 callers")) {
      table.row(
          "1,000 callers at once, users: " + row.text("users"),
          row.text("jdk"),
          Table.figure(row.figure("ms"))
              + " ms until the last answer, exchanges: "
              + row.text("exchanges")
              + ", let in: "
              + row.text("admitted"));
    }
    for (Row row : measured.rows("measured", "wait as the Tambo token ends")) {
      wait(table, row, "first request", "firstMs");
      wait(table, row, "slowest request while the token is renewed ahead of its end", "renewingMs");
      wait(table, row, "request after the end of the renewed token", "renewedMs");
      wait(table, row, "request after the end of a token that nobody used in time", "unrenewedMs");
    }
    return table.toString();
  }

  private static void wait(Table table, Row row, String what, String figure) {
    table.row(
        what + ", Tambo taking " + RenewalProbe.DELAY.toMillis() + " ms",
        row.text("jdk"),
        Table.figure(row.figure(figure)) + " ms");
  }

  private String requests() {
    Table table =
        new Table(
            "Server",
            "JDK, threads",
            "Filter",
            "Tokens",
            "Requests a second",
            "µs a request",
            "p50, ms",
            "p99, ms");
    for (Row row : measured.rows("measured", "requests")) {
      table.row(
          row.text("server"),
          row.text("jdk") + ", " + row.text("threads"),
          row.text("protection").toLowerCase(Locale.ROOT),
          row.text("tokens"),
          Table.figure(row.figure("perSecond")),
          Table.figure(row.figure("cpu")),
          Table.figure(row.figure("p50Ms")),
          Table.figure(row.figure("p99Ms")));
    }
    return table.toString();
  }

  private String providers() {
    Table table = new Table("First sight, verifier, µs", "JDK", "RS256", "ES256", "EdDSA");
    for (String jdk : measured.jdks()) {
      for (JcaProvider provider : JcaProvider.values()) {
        List<String> cells =
            List.of("RS256", "ES256", "EDDSA").stream()
                .map(algorithm -> Table.figure(provided(provider, algorithm, jdk)))
                .toList();
        if (!cells.equals(List.of("–", "–", "–"))) {
          table.row(provider.name().toLowerCase(Locale.ROOT), jdk, String.join(" | ", cells));
        }
      }
    }
    return table.toString();
  }

  private double provided(JcaProvider provider, String algorithm, String jdk) {
    return measured.figure(
        "us",
        "measured",
        "ProviderBenchmark.verify",
        "provider",
        provider,
        "algorithm",
        algorithm,
        "jdk",
        jdk);
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
    for (Row row : measured.rows("measured", "heap of a verdict")) {
      table.row(
          "heap of a cached verdict, of which its claims",
          row.text("jdk"),
          Table.figure(row.figure("bytes") / 1024)
              + " KB, "
              + Table.figure(row.figure("claims") / 1024)
              + " KB");
      table.row("fingerprints kept after 50,000 tokens", row.text("jdk"), row.text("verdicts"));
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
