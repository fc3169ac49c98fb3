package co.tambo.servers.load;

import java.net.URI;
import java.time.Duration;
import java.util.function.Supplier;

/**
 * A load on one address of loopback: so many workers, each of which sends its next request when the
 * last one is answered. Immutable; a run is for one thread.
 *
 * @param address an http address of loopback
 * @param calls asked for every request, by all workers
 * @param workers how many send at once
 * @param atMost how many requests a run may send
 * @param limit how long a run may take
 */
public record Load(URI address, Supplier<LoadCall> calls, int workers, int atMost, Duration limit) {

  /** Returns a load of four workers that ends after 500,000 requests or 30 minutes. */
  public static Load on(URI address, Supplier<LoadCall> calls) {
    return new Load(address, calls, 4, 500_000, Duration.ofMinutes(30));
  }

  /** Checks that the address is one of loopback, and that the numbers are positive. */
  public Load {
    if (workers < 1 || atMost < 1 || limit.isNegative() || limit.isZero()) {
      throw new IllegalArgumentException("a load without workers, requests or time");
    }
  }

  /** Returns the same with so many workers. */
  public Load withWorkers(int count) {
    return new Load(address, calls, count, atMost, limit);
  }

  /** Returns the same with other bounds. */
  public Load within(int requests, Duration time) {
    return new Load(address, calls, workers, requests, time);
  }

  /** Sends so many requests. */
  public LoadReport send(int count) throws InterruptedException {
    try (LoadRun run = new LoadRun(within(Math.min(count, atMost), limit))) {
      return run.untilRequestsRunOut(count);
    }
  }

  /**
   * Sends requests before, during and after an event: a third of the least number before it, as
   * many as come while it takes place, a third and what is missing after it.
   *
   * @throws Exception the event's own
   */
  public LoadReport during(int atLeast, Event event) throws Exception {
    try (LoadRun run = new LoadRun(this)) {
      return run.during(atLeast, event);
    }
  }
}
