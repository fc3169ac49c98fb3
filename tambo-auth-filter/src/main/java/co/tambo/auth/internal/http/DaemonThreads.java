package co.tambo.auth.internal.http;

import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.atomic.AtomicInteger;

/** Named daemons that keep nothing of the thread that happened to start them. Thread-safe. */
final class DaemonThreads implements ThreadFactory {

  private final Set<Thread> threads = ConcurrentHashMap.newKeySet();
  private final AtomicInteger number = new AtomicInteger();
  private final String name;

  DaemonThreads(String name) {
    this.name = name;
  }

  @Override
  public Thread newThread(Runnable task) {
    Thread thread = new Thread(null, task, name + "-" + number.incrementAndGet(), 0, false);
    thread.setDaemon(true);
    thread.setContextClassLoader(DaemonThreads.class.getClassLoader());
    threads.removeIf(earlier -> earlier.getState() == Thread.State.TERMINATED);
    threads.add(thread);
    return thread;
  }

  /** Waits for threads that were told to end; a server looks for left ones right after. */
  void join(Duration atMost) throws InterruptedException {
    for (Thread thread : threads) {
      if (thread != Thread.currentThread()) {
        thread.join(atMost.toMillis());
      }
    }
  }
}
