package co.tambo.benchmarks;

import co.tambo.auth.testing.SignatureAlgorithm;
import java.util.List;
import java.util.Map;

/** Tokens that were seen before. */
final class KnownTokens {

  private KnownTokens() {}

  static List<Row> measure(Profile profile, Jdk jdk) {
    List<String> algorithms =
        Verification.ALGORITHMS.stream().map(SignatureAlgorithm::name).toList();
    return new JmhRun(profile, jdk)
        .run(KnownTokenBenchmark.class, "\\w+", Map.of("algorithm", algorithms))
        .rows();
  }
}
