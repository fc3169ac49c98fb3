package co.tambo.auth.jaxrs;

import jakarta.servlet.ServletContext;
import java.lang.ref.WeakReference;
import java.util.Map;
import java.util.Optional;
import java.util.WeakHashMap;
import java.util.concurrent.locks.ReentrantLock;

/**
 * The web applications that have started, by their class loaders: CXF configures a feature before
 * it injects anything, so the calling thread's class loader is all that tells whose feature it is.
 * Thread-safe. Keeps no class loader alive.
 */
final class StartedContexts {

  private static final Map<ClassLoader, WeakReference<ServletContext>> BY_LOADER =
      new WeakHashMap<>();

  private static final ReentrantLock LOCK = new ReentrantLock();

  private StartedContexts() {}

  static void add(ServletContext context) {
    LOCK.lock();
    try {
      BY_LOADER.put(context.getClassLoader(), new WeakReference<>(context));
    } finally {
      LOCK.unlock();
    }
  }

  static void remove(ServletContext context) {
    LOCK.lock();
    try {
      BY_LOADER.remove(context.getClassLoader());
    } finally {
      LOCK.unlock();
    }
  }

  /** Returns the application whose code the calling thread runs, if it has started. */
  static Optional<ServletContext> current() {
    ClassLoader loader = Thread.currentThread().getContextClassLoader();
    LOCK.lock();
    try {
      WeakReference<ServletContext> context = BY_LOADER.get(loader);
      return Optional.ofNullable(context).map(WeakReference::get);
    } finally {
      LOCK.unlock();
    }
  }
}
