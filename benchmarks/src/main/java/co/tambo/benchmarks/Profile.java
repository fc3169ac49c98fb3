package co.tambo.benchmarks;

import java.util.Locale;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;

/** How long is measured: quick to see that all is well, full for figures to publish. */
enum Profile {
  QUICK(1, 4, 3),
  FULL(2, 5, 5);

  private final int forks;
  private final int warmups;
  private final int measurements;

  Profile(int forks, int warmups, int measurements) {
    this.forks = forks;
    this.warmups = warmups;
    this.measurements = measurements;
  }

  /** Returns the profile of a word. */
  static Profile of(String word) {
    return valueOf(word.toUpperCase(Locale.ROOT));
  }

  boolean full() {
    return this == FULL;
  }

  /** Sets forks and iterations, each of a second. */
  ChainedOptionsBuilder applyTo(ChainedOptionsBuilder options) {
    return options
        .forks(forks)
        .warmupIterations(warmups)
        .warmupTime(TimeValue.seconds(1))
        .measurementIterations(measurements)
        .measurementTime(TimeValue.seconds(1));
  }

  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT)
        + ": "
        + forks
        + (forks == 1 ? " fork, " : " forks, ")
        + warmups
        + " + "
        + measurements
        + " iterations of 1 s";
  }
}
