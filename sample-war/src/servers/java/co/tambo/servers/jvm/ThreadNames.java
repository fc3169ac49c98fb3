package co.tambo.servers.jvm;

import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * The names of a JVM's platform threads, with {@code #} for each number in them, because what takes
 * another thread's place has the next number. Immutable.
 *
 * @param counts how many threads have each masked name
 */
public record ThreadNames(SortedMap<String, Integer> counts) {

  private static final Pattern NUMBER = Pattern.compile("\\d+");

  /** Copies the counts. */
  public ThreadNames {
    counts = Collections.unmodifiableSortedMap(new TreeMap<>(counts));
  }

  /** Reads a thread dump, in which a thread begins with its name in quotes. */
  static ThreadNames of(List<String> dump) {
    SortedMap<String, Integer> counts = new TreeMap<>();
    for (String line : dump) {
      if (line.startsWith("\"")) {
        counts.merge(name(line), 1, Integer::sum);
      }
    }
    return new ThreadNames(counts);
  }

  /**
   * Returns what there is more of than before, such as {@code worker-#: 3 instead of 2}.
   *
   * @param names takes the masked names that are looked at
   */
  public List<String> beyond(ThreadNames before, Predicate<String> names) {
    return counts.entrySet().stream()
        .filter(thread -> names.test(thread.getKey()))
        .filter(thread -> thread.getValue() > before.count(thread.getKey()))
        .map(thread -> thread.getKey() + moreThan(before.count(thread.getKey()), thread.getValue()))
        .toList();
  }

  private int count(String name) {
    return counts.getOrDefault(name, 0);
  }

  private static String moreThan(int before, int now) {
    return ": " + now + " instead of " + before;
  }

  /**
   * Returns the masked name in a thread's first line; a name may hold quotes, what follows it none.
   */
  private static String name(String line) {
    return NUMBER.matcher(line.substring(1, line.lastIndexOf('"'))).replaceAll("#");
  }
}
