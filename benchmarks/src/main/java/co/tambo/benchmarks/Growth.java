package co.tambo.benchmarks;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** One thing at a time grows. */
final class Growth {

  private static final List<String> HEAP = List.of("-Xms768m", "-Xmx768m", "-XX:+UseSerialGC");

  private Growth() {}

  static List<Row> measure(Profile profile, Jdk jdk) throws IOException {
    JmhRun run = new JmhRun(profile, jdk);
    String most = profile.full() ? "1000000" : "100000";
    run.run(GrowthBenchmark.class, "known", Map.of("tokens", List.of("100", "10000", most)));
    run.run(GrowthBenchmark.class, "\\w+", Map.of("ballast", List.of("0", "1000", "4500")));
    run.run(GrowthBenchmark.class, "firstSight", Map.of("keys", List.of("10", "300")));
    run.run(GrowthBenchmark.class, "\\w+", Map.of("issuers", List.of("10", "100")));
    for (int threads : new int[] {16, 256}) {
      run.threads(threads).run(GrowthBenchmark.class, "known", Map.of());
    }
    List<Row> rows = new ArrayList<>(run.rows());
    rows.add(heap(jdk));
    return rows;
  }

  private static Row heap(Jdk jdk) throws IOException {
    try (ChildJvm jvm = ChildJvm.start(jdk, HEAP, HeapProbe.class, List.of())) {
      double[] bytes = jvm.figures("bytes");
      return Row.of("heap of a verdict", jdk)
          .with("bytes", bytes[0])
          .with("claims", bytes[1])
          .with("verdicts", bytes[2]);
    }
  }
}
