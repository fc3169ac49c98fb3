package co.tambo.auth.testing;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * Holds a stand-in's answers back until it is closed. Thread-safe.
 *
 * <pre>{@code
 * try (HeldAnswers held = tambo.holdAnswers()) {
 *   startRequests(64);
 *   held.awaitRequests(1); // one is under way, and will be until the end of this block
 * }
 * }</pre>
 */
public final class HeldAnswers implements AutoCloseable {

  private static final long PATIENCE_SECONDS = 10;

  private final CountDownLatch released = new CountDownLatch(1);
  private final Semaphore arrived = new Semaphore(0);

  HeldAnswers() {}

  /**
   * Waits until so many more requests have arrived and are held.
   *
   * @throws AssertionError when they do not within ten seconds
   */
  public void awaitRequests(int count) {
    try {
      if (!arrived.tryAcquire(count, PATIENCE_SECONDS, TimeUnit.SECONDS)) {
        throw new AssertionError("fewer than " + count + " requests came to be held");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError("interrupted while waiting for requests", e);
    }
  }

  /** Lets the held answers go, and all later ones pass. */
  @Override
  public void close() {
    released.countDown();
  }

  void hold() throws InterruptedException {
    arrived.release();
    released.await();
  }

  boolean isReleased() {
    return released.getCount() == 0;
  }
}
