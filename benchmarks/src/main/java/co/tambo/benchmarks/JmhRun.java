package co.tambo.benchmarks;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;

/** Runs JMH benchmarks on a JDK, with its profiler of allocation. Not thread-safe. */
final class JmhRun {

  private final Profile profile;
  private final Jdk jdk;
  private final List<Row> rows = new ArrayList<>();
  private List<String> jvmArguments = List.of("-Xms1g", "-Xmx1g");
  private int threads = 1;
  private int warmUpSeconds = 1;

  JmhRun(Profile profile, Jdk jdk) {
    this.profile = profile;
    this.jdk = jdk;
  }

  JmhRun threads(int count) {
    threads = count;
    return this;
  }

  JmhRun warmUpLonger() {
    warmUpSeconds = 3;
    return this;
  }

  JmhRun jvmArguments(String... arguments) {
    jvmArguments = List.of(arguments);
    return this;
  }

  /** Runs the methods of a class that match, with each of these values of its parameters. */
  JmhRun run(Class<?> benchmark, String methods, Map<String, List<String>> parameters) {
    ChainedOptionsBuilder options =
        profile
            .applyTo(new OptionsBuilder())
            .include("\\." + benchmark.getSimpleName() + "\\." + methods + "$")
            .jvm(jdk.java().toString())
            .jvmArgs(jvmArguments.toArray(String[]::new))
            .threads(threads)
            .warmupTime(TimeValue.seconds(warmUpSeconds))
            .shouldFailOnError(true)
            .addProfiler(GCProfiler.class)
            .addProfiler(CpuTime.class);
    parameters.forEach((name, values) -> options.param(name, values.toArray(String[]::new)));
    try {
      add(new Runner(options.build()).run());
    } catch (RunnerException e) {
      throw new IllegalStateException(e);
    }
    return this;
  }

  List<Row> rows() {
    return List.copyOf(rows);
  }

  private void add(Collection<RunResult> results) {
    for (RunResult result : results) {
      Result<?> time = result.getPrimaryResult();
      Row row =
          Row.of(result.getParams().getBenchmark().replaceAll(".*\\.(\\w+\\.\\w+)", "$1"), jdk);
      for (String name : result.getParams().getParamsKeys()) {
        row = row.with(name, result.getParams().getParam(name));
      }
      if (threads > 1) {
        row = row.with("threads", threads);
      }
      row = row.with("us", time.getScore()).with("error", time.getScoreError());
      row = secondary(row, "cpu", result.getSecondaryResults().get(CpuTime.LABEL));
      rows.add(secondary(row, "bytes", result.getSecondaryResults().get("gc.alloc.rate.norm")));
    }
  }

  private static Row secondary(Row row, String name, @Nullable Result<?> result) {
    return result == null ? row : row.with(name, result.getScore());
  }
}
