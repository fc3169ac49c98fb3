package co.tambo.servers.load;

import co.tambo.servers.load.LoadReport.Phase;
import co.tambo.servers.process.Deadline;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

/** One run of a load. Its workers are gone when it is closed. */
final class LoadRun implements AutoCloseable {

  private static final Duration ONE_REQUEST = Duration.ofSeconds(30);

  private final Load load;
  private final Target target;
  private final Deadline deadline;
  private final Tally tally = new Tally();
  private final AtomicInteger begun = new AtomicInteger();
  private final CountDownLatch working;
  private final List<Thread> workers;
  private volatile Phase phase = Phase.BEFORE;
  private volatile boolean enough;

  LoadRun(Load load) {
    this.load = load;
    this.target = new Target(load.address());
    this.deadline = Deadline.after(load.limit());
    this.working = new CountDownLatch(load.workers());
    this.workers = IntStream.range(0, load.workers()).mapToObj(this::worker).toList();
    workers.forEach(Thread::start);
  }

  LoadReport untilRequestsRunOut(int count) throws InterruptedException {
    boolean complete = tally.reaches(Phase.BEFORE, count, deadline.remaining());
    return report(complete);
  }

  LoadReport during(int atLeast, Event event) throws Exception {
    int third = Math.max(1, atLeast / 3);
    boolean before = tally.reaches(Phase.BEFORE, third, deadline.remaining());
    phase = Phase.DURING;
    event.happen();
    phase = Phase.AFTER;
    int missing = atLeast - tally.report(false, Duration.ZERO).sent();
    boolean after = tally.reaches(Phase.AFTER, Math.max(third, missing), deadline.remaining());
    return report(before && after);
  }

  private LoadReport report(boolean complete) throws InterruptedException {
    enough = true;
    boolean ended = working.await(ONE_REQUEST.toSeconds(), TimeUnit.SECONDS);
    return tally.report(!(complete && ended), deadline.elapsed());
  }

  /** Stops the workers, also those that wait for an answer. */
  @Override
  public void close() {
    enough = true;
    workers.forEach(Thread::interrupt);
  }

  private Thread worker(int number) {
    Thread thread = new Thread(this::work, "load-" + number);
    thread.setDaemon(true);
    return thread;
  }

  private void work() {
    try {
      while (!enough && !deadline.passed() && begun.getAndIncrement() < load.atMost()) {
        Phase sentIn = phase;
        tally.count(sentIn, sendOne());
      }
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    } finally {
      working.countDown();
      if (working.getCount() == 0) {
        tally.end();
      }
    }
  }

  private Outcome sendOne() throws InterruptedException {
    LoadCall call;
    try {
      call = load.calls().get();
    } catch (RuntimeException e) {
      return new Outcome(0, "no token: " + e);
    }
    return target.send(call, deadline.atMost(ONE_REQUEST));
  }
}
