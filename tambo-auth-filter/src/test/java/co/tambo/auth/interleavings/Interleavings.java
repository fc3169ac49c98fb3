package co.tambo.auth.interleavings;

import org.jetbrains.lincheck.Lincheck;

/**
 * Explores the orders in which threads may read and write what they share; tells the order in which
 * a test fails or a thread hangs. {@code -Dtambo.interleavings} says how many are tried.
 */
public final class Interleavings {

  private static final int MANY = Integer.getInteger("tambo.interleavings", 100);

  private Interleavings() {}

  /** Runs a test in one order after the other; the test makes all that it shares anew. */
  public static void explore(Runnable test) {
    Lincheck.runConcurrentTest(MANY, test);
  }

  /** Does some things at once, and waits for all. Plain loops: it does not follow streams. */
  public static void together(Runnable... things) {
    Thread[] threads = new Thread[things.length];
    for (int i = 0; i < things.length; i++) {
      threads[i] = new Thread(things[i]);
      threads[i].start();
    }
    try {
      for (Thread thread : threads) {
        thread.join();
      }
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }
}
