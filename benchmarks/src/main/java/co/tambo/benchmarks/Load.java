package co.tambo.benchmarks;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

/**
 * Load on a server: as much as it takes, or at a steady rate. At a steady rate the time of an
 * answer counts from when its request was due, so that a server that stalls is not spared
 * (coordinated omission).
 *
 * @param requests what is sent, in turn
 * @param status what every answer must be
 * @param again whether the requests begin again after the last; else the load ends there
 */
record Load(int port, List<byte[]> requests, int status, boolean again) {

  private static final int CONNECTIONS = 16;

  Load {
    requests = List.copyOf(requests);
  }

  /** One connection's part of the load; returns the times of its answers in ns. */
  @FunctionalInterface
  private interface Part {
    long[] run(Connection connection, int number) throws IOException;
  }

  /**
   * What a server took.
   *
   * @param answers how many came
   * @param perSecond how many came in a second
   */
  record Throughput(int answers, double perSecond) {}

  /** Asks as fast as the server answers. */
  Throughput throughput(Duration duration) throws InterruptedException {
    AtomicInteger next = new AtomicInteger();
    long start = System.nanoTime();
    long end = start + duration.toNanos();
    int answers =
        times(
                (connection, number) -> {
                  Times times = new Times();
                  for (int i = next.getAndIncrement();
                      (again || i < requests.size()) && System.nanoTime() < end;
                      i = next.getAndIncrement()) {
                    long sent = System.nanoTime();
                    ask(connection, i);
                    times.add(System.nanoTime() - sent);
                  }
                  return times.all();
                })
            .length;
    return new Throughput(answers, answers * 1e9 / (System.nanoTime() - start));
  }

  /** Returns the times of all answers at a rate per second, the shortest first, in ns. */
  long[] latencies(double rate, Duration duration) throws InterruptedException {
    long interval = (long) (1e9 / rate);
    long wanted = (long) (rate * duration.toNanos() / 1e9);
    long count = again ? wanted : Math.min(wanted, requests.size());
    long start = System.nanoTime() + 1_000_000;
    long[] all =
        times(
            (connection, number) -> {
              Times times = new Times();
              for (long i = number; i < count; i += CONNECTIONS) {
                long due = start + i * interval;
                await(due);
                ask(connection, i);
                times.add(System.nanoTime() - due);
              }
              return times.all();
            });
    Arrays.sort(all);
    return all;
  }

  private static void await(long due) {
    for (long left = due - System.nanoTime(); left > 0; left = due - System.nanoTime()) {
      LockSupport.parkNanos(left);
    }
  }

  private void ask(Connection connection, long number) throws IOException {
    int answered = connection.status(requests.get((int) (number % requests.size())));
    if (answered != status) {
      throw new IllegalStateException("answered " + answered + " where " + status + " was due");
    }
  }

  private long[] times(Part part) throws InterruptedException {
    ExecutorService threads = Executors.newFixedThreadPool(CONNECTIONS);
    try {
      List<Future<long[]>> parts = new ArrayList<>();
      for (int i = 0; i < CONNECTIONS; i++) {
        int number = i;
        parts.add(
            threads.submit(
                () -> {
                  try (Connection connection = new Connection(port)) {
                    return part.run(connection, number);
                  }
                }));
      }
      Times all = new Times();
      for (Future<long[]> done : parts) {
        all.add(done.get());
      }
      return all.all();
    } catch (ExecutionException e) {
      throw new IllegalStateException(e.getCause());
    } finally {
      threads.shutdown();
    }
  }

  /** Times that come one by one. Not thread-safe. */
  private static final class Times {

    private long[] times = new long[1024];
    private int size;

    void add(long... more) {
      if (size + more.length > times.length) {
        times = Arrays.copyOf(times, 2 * (size + more.length));
      }
      System.arraycopy(more, 0, times, size, more.length);
      size += more.length;
    }

    long[] all() {
      return Arrays.copyOf(times, size);
    }
  }
}
