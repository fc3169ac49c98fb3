package co.tambo.servers.load;

import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What came of a load. Immutable; holds no token.
 *
 * @param good how many answers of each phase were as expected; every phase is there
 * @param bad how many requests of each phase had no answer or another one; every phase is there
 * @param statuses how many answers had each status; 0 stands for no answer
 * @param failures the first bad ones in words
 * @param ranOut whether requests or time ran out before the load was complete
 * @param took from the first request to the last answer
 */
public record LoadReport(
    Map<Phase, Integer> good,
    Map<Phase, Integer> bad,
    SortedMap<Integer, Integer> statuses,
    List<String> failures,
    boolean ranOut,
    Duration took) {

  /** When a request was sent. */
  public enum Phase {
    /** Before the event. */
    BEFORE,
    /** While the event took place. */
    DURING,
    /** When the event was over. */
    AFTER
  }

  /** Copies everything. */
  public LoadReport {
    good = Map.copyOf(good);
    bad = Map.copyOf(bad);
    statuses = Collections.unmodifiableSortedMap(new TreeMap<>(statuses));
    failures = List.copyOf(failures);
  }

  /** Returns how many requests were sent. */
  public int sent() {
    return sum(good) + sum(bad);
  }

  /** Returns how many requests of a phase were sent. */
  public int sent(Phase phase) {
    return good.getOrDefault(phase, 0) + bad.getOrDefault(phase, 0);
  }

  /**
   * Checks that every answer was good and that the load was complete.
   *
   * @throws AssertionError that says what was not
   */
  public void requireAllGood() {
    if (ranOut || sum(bad) > 0) {
      throw new AssertionError(toString());
    }
  }

  /** Returns the report in a few lines. */
  @Override
  public String toString() {
    String head =
        "%d requests in %d ms, %d good%s; good %s, bad %s, statuses %s"
            .formatted(
                sent(),
                took.toMillis(),
                sum(good),
                ranOut ? ", INCOMPLETE" : "",
                new TreeMap<>(good),
                new TreeMap<>(bad),
                statuses);
    return failures.isEmpty() ? head : head + "\n  " + String.join("\n  ", failures);
  }

  private static int sum(Map<Phase, Integer> counts) {
    return counts.values().stream().mapToInt(Integer::intValue).sum();
  }
}
