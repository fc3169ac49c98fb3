package co.tambo.servers.load;

import co.tambo.servers.load.LoadReport.Phase;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/** Counts outcomes, and lets somebody wait for a number of them. Thread-safe. */
final class Tally {

  private static final int FAILURES_TOLD = 10;

  private final ReentrantLock lock = new ReentrantLock();
  private final Condition counted = lock.newCondition();
  private final Map<Phase, Integer> good = zeros();
  private final Map<Phase, Integer> bad = zeros();
  private final SortedMap<Integer, Integer> statuses = new TreeMap<>();
  private final List<String> failures = new ArrayList<>();
  private boolean ended;

  void count(Phase phase, Outcome outcome) {
    lock.lock();
    try {
      statuses.merge(outcome.status(), 1, Integer::sum);
      (outcome.isGood() ? good : bad).merge(phase, 1, Integer::sum);
      if (!outcome.isGood() && failures.size() < FAILURES_TOLD) {
        failures.add(phase + ": " + outcome.problem());
      }
      counted.signalAll();
    } finally {
      lock.unlock();
    }
  }

  /** Wakes who waits for a number that will not be reached any more. */
  void end() {
    lock.lock();
    try {
      ended = true;
      counted.signalAll();
    } finally {
      lock.unlock();
    }
  }

  /** Returns whether so many requests of a phase were answered before the time is over. */
  boolean reaches(Phase phase, int count, Duration time) throws InterruptedException {
    long left = time.toNanos();
    lock.lockInterruptibly();
    try {
      while (good.get(phase) + bad.get(phase) < count) {
        if (left <= 0 || ended) {
          return false;
        }
        left = counted.awaitNanos(left);
      }
      return true;
    } finally {
      lock.unlock();
    }
  }

  LoadReport report(boolean ranOut, Duration took) {
    lock.lock();
    try {
      return new LoadReport(good, bad, statuses, failures, ranOut, took);
    } finally {
      lock.unlock();
    }
  }

  private static Map<Phase, Integer> zeros() {
    Map<Phase, Integer> counts = new EnumMap<>(Phase.class);
    for (Phase phase : Phase.values()) {
      counts.put(phase, 0);
    }
    return counts;
  }
}
