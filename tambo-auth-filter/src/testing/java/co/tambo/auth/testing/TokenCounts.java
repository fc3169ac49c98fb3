package co.tambo.auth.testing;

import java.util.LinkedHashMap;
import java.util.Map;

/** How often each of the latest thousand tokens has come. Thread-safe. */
final class TokenCounts {

  private static final int MOST = 1000;

  private final Map<String, Integer> counts = new LinkedHashMap<>();

  synchronized void add(String token) {
    counts.merge(token, 1, Integer::sum);
    if (counts.size() > MOST) {
      counts.remove(counts.keySet().iterator().next());
    }
  }

  synchronized int of(String token) {
    return counts.getOrDefault(token, 0);
  }
}
