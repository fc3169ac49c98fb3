package co.tambo.benchmarks;

import java.util.List;
import java.util.Map;

/** One thing at a time grows. */
final class Growth {

  private Growth() {}

  static List<Row> measure(Profile profile, Jdk jdk) {
    JmhRun run = new JmhRun(profile, jdk);
    run.run(GrowthBenchmark.class, "known", Map.of("tokens", List.of("100", "10000", "1000000")));
    run.run(GrowthBenchmark.class, "\\w+", Map.of("ballast", List.of("0", "1000", "4500")));
    run.run(GrowthBenchmark.class, "firstSight", Map.of("keys", List.of("10", "300")));
    run.run(GrowthBenchmark.class, "\\w+", Map.of("issuers", List.of("10", "100")));
    for (int threads : new int[] {16, 256}) {
      run.threads(threads).run(GrowthBenchmark.class, "known", Map.of());
    }
    return run.rows();
  }
}
