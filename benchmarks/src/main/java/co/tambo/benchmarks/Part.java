package co.tambo.benchmarks;

import co.tambo.auth.testing.SignatureAlgorithm;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** A part of the benchmarks that can be run by itself. */
enum Part {
  RS256((profile, jdk) -> Verification.measure(SignatureAlgorithm.RS256, profile, jdk)),
  ES256((profile, jdk) -> Verification.measure(SignatureAlgorithm.ES256, profile, jdk)),
  EDDSA((profile, jdk) -> Verification.measure(SignatureAlgorithm.EDDSA, profile, jdk)),
  HS256((profile, jdk) -> Verification.measure(SignatureAlgorithm.HS256, profile, jdk)),
  KNOWN(KnownTokens::measure),
  GROWTH(Growth::measure),
  EXCHANGE(Exchange::measure),
  START(Start::measure),
  REQUESTS(Requests::measure),
  PROVIDERS(JcaProvider::measure);

  /** Measures. */
  @FunctionalInterface
  interface Measurement {
    List<Row> of(Profile profile, Jdk jdk) throws Exception;
  }

  @SuppressWarnings("ImmutableEnumChecker") // a measurement holds nothing
  private final Measurement measurement;

  Part(Measurement measurement) {
    this.measurement = measurement;
  }

  /** Returns the parts of a comma list; all of them for the word {@code all}. */
  static List<Part> of(String words) {
    return words.equals("all")
        ? List.of(values())
        : Arrays.stream(words.split(",", -1)).map(Part::named).toList();
  }

  private static Part named(String word) {
    return valueOf(word.trim().toUpperCase(Locale.ROOT));
  }

  /** Returns the name of its results' file. */
  String file() {
    return name().toLowerCase(Locale.ROOT) + ".json";
  }

  Results measure(Profile profile) throws Exception {
    List<Row> rows = new ArrayList<>();
    for (Jdk jdk : Jdk.all()) {
      rows.addAll(measurement.of(profile, jdk));
    }
    return Results.of(profile, rows);
  }
}
