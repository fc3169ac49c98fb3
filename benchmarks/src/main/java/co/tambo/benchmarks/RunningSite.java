package co.tambo.benchmarks;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;

/** A {@link Site} in a JVM of its own. */
record RunningSite(ChildJvm jvm, int port, Row words, boolean guarded) implements AutoCloseable {

  private static final List<String> HEAP = List.of("-Xms512m", "-Xmx512m");

  /**
   * What one round has shown.
   *
   * @param micros processor time of the server's JVM for a request
   * @param p50 in ms, at half of the throughput
   * @param p99 in ms, at half of the throughput
   */
  record Figures(double perSecond, double micros, double p50, double p99) {}

  static RunningSite start(
      Jdk jdk, String server, String threads, Protection protection, String keySet)
      throws IOException {
    List<String> arguments = List.of(server, protection.name(), threads, keySet);
    ChildJvm jvm = ChildJvm.start(jdk, HEAP, Site.class, arguments);
    Row words =
        Row.of("requests", jdk)
            .with("server", server)
            .with("protection", protection.name())
            .with("threads", threads);
    int port = Integer.parseInt(jvm.said("port"));
    return new RunningSite(jvm, port, words, protection != Protection.NONE);
  }

  /** Asks as fast as the site answers, and then at half of that rate. */
  Figures measure(Load full, Load half, Duration duration) throws InterruptedException {
    Duration before = jvm.processorTime();
    Load.Throughput throughput = full.throughput(duration);
    double used = jvm.processorTime().minus(before).toNanos() / 1e3;
    long[] times = half.latencies(throughput.perSecond() / 2, duration);
    return new Figures(
        throughput.perSecond(),
        used / throughput.answers(),
        percentile(times, 0.50),
        percentile(times, 0.99));
  }

  /** Returns the medians of rounds. */
  Row row(String tokens, List<Figures> rounds) {
    return words
        .with("tokens", tokens.toLowerCase(Locale.ROOT))
        .with("perSecond", median(rounds, Figures::perSecond))
        .with("cpu", median(rounds, Figures::micros))
        .with("p50Ms", median(rounds, Figures::p50))
        .with("p99Ms", median(rounds, Figures::p99));
  }

  private static double median(List<Figures> rounds, ToDoubleFunction<Figures> figure) {
    return rounds.stream().mapToDouble(figure).sorted().toArray()[rounds.size() / 2];
  }

  private static double percentile(long[] sorted, double share) {
    return sorted[(int) Math.min(sorted.length - 1, sorted.length * share)] / 1e6;
  }

  @Override
  public void close() {
    jvm.close();
  }
}
