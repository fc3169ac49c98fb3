package co.tambo.auth.internal.http;

import co.tambo.auth.internal.http.HttpFetch.Cause;
import co.tambo.auth.internal.http.HttpFetch.Failure;
import co.tambo.auth.internal.http.HttpFetch.Outcome;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * The calls under way, each under its deadline, and the threads they need; without a call there is
 * no thread. Thread-safe.
 */
@SuppressWarnings({"FutureReturnValueIgnored", "CollectionUndefinedEquality"}) // actions, identity
final class Calls implements AutoCloseable {

  /** Something to do for a call, whose failure is the call's. */
  interface Step {
    void run() throws Exception;
  }

  private static final long IDLE_SECONDS = 2;

  /** For each thread; one that is idle takes microseconds, one that resolves a name any time. */
  private static final Duration FAREWELL = Duration.ofMillis(250);

  private final Set<CompletableFuture<Outcome>> underWay = ConcurrentHashMap.newKeySet();
  private final DaemonThreads threads;
  private final ThreadPoolExecutor workers;
  private final ScheduledThreadPoolExecutor deadlines;
  private volatile boolean closed;

  Calls(String threadName) {
    threads = new DaemonThreads(threadName);
    workers =
        new ThreadPoolExecutor(
            0,
            Integer.MAX_VALUE,
            IDLE_SECONDS,
            TimeUnit.SECONDS,
            new SynchronousQueue<>(),
            threads);
    deadlines = new ScheduledThreadPoolExecutor(1, threads);
    deadlines.setKeepAliveTime(IDLE_SECONDS, TimeUnit.SECONDS);
    deadlines.allowCoreThreadTimeOut(true);
    deadlines.setRemoveOnCancelPolicy(true);
  }

  /** Starts a call: the outcome completes by the deadline, whatever the call does with it. */
  CompletableFuture<Outcome> start(
      String host, Duration deadline, Consumer<CompletableFuture<Outcome>> call) {
    CompletableFuture<Outcome> outcome = new CompletableFuture<>();
    underWay.add(outcome);
    outcome.whenComplete((ended, failure) -> underWay.remove(outcome));
    attempt(
        outcome,
        host,
        () -> {
          endAfter(deadline, host, outcome);
          call.accept(outcome);
        });
    if (closed) {
      endAll();
    }
    return outcome;
  }

  private void endAfter(Duration deadline, String host, CompletableFuture<Outcome> outcome) {
    Failure passed =
        new Failure(
            Cause.DEADLINE, "no answer from " + host + " within " + deadline.toMillis() + " ms");
    Future<?> timer =
        deadlines.schedule(
            () -> outcome.complete(passed), deadline.toNanos(), TimeUnit.NANOSECONDS);
    outcome.whenComplete((ended, failure) -> timer.cancel(false));
  }

  /** Does something for a call on a thread of ours. */
  void execute(String host, CompletableFuture<Outcome> outcome, Step step) {
    workers.execute(() -> attempt(outcome, host, step));
  }

  private static void attempt(CompletableFuture<Outcome> outcome, String host, Step step) {
    try {
      step.run();
    } catch (Throwable failure) {
      outcome.complete(Failures.of(failure, host, false));
    }
  }

  Executor workers() {
    return workers;
  }

  /** Ends the calls under way; later ones end at once. */
  void endAll() {
    closed = true;
    underWay.forEach(outcome -> outcome.complete(new Failure(Cause.BROKEN, "closed")));
  }

  @Override
  public void close() {
    endAll();
    deadlines.shutdownNow();
    workers.shutdown();
    try {
      threads.join(FAREWELL);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
