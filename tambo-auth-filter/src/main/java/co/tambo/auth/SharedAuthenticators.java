package co.tambo.auth;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BiConsumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The authenticators of one web application: adapters with the same configuration and listener
 * share one, with its threads and caches. Thread-safe.
 */
public final class SharedAuthenticators {

  private static final String ATTRIBUTE = "co.tambo.auth.shared";
  private static final ReentrantLock CREATION = new ReentrantLock();

  private final ReentrantLock lock = new ReentrantLock();
  private final List<Use> uses = new ArrayList<>();

  private SharedAuthenticators() {}

  /** One use of an authenticator, which the last one closes. Closed twice, it is closed once. */
  public static final class Use implements AutoCloseable {

    private final SharedAuthenticators owner;
    private final TamboAuthListener listener;
    private final TamboAuthenticator authenticator;

    private Use(
        SharedAuthenticators owner, TamboAuthListener listener, TamboAuthenticator authenticator) {
      this.owner = owner;
      this.listener = listener;
      this.authenticator = authenticator;
    }

    /** Returns the authenticator. */
    public TamboAuthenticator authenticator() {
      return authenticator;
    }

    @Override
    public void close() {
      owner.end(this);
    }
  }

  /**
   * Returns those of an application, given how its context's attributes are read and written:
   * {@code SharedAuthenticators.of(context::getAttribute, context::setAttribute)}.
   */
  public static SharedAuthenticators of(
      Function<String, @Nullable Object> attributes, BiConsumer<String, Object> setAttribute) {
    CREATION.lock();
    try {
      if (attributes.apply(ATTRIBUTE) instanceof SharedAuthenticators known) {
        return known;
      }
      SharedAuthenticators created = new SharedAuthenticators();
      setAttribute.accept(ATTRIBUTE, created);
      return created;
    } finally {
      CREATION.unlock();
    }
  }

  /** Returns the authenticator that has this configuration; starts it when there is none. */
  public Use use(TamboAuthConfig config, TamboAuthListener listener) {
    lock.lock();
    try {
      TamboAuthenticator authenticator =
          known(config, listener).orElseGet(() -> TamboAuthenticator.of(config, listener));
      Use use = new Use(this, listener, authenticator);
      uses.add(use);
      return use;
    } finally {
      lock.unlock();
    }
  }

  private Optional<TamboAuthenticator> known(TamboAuthConfig config, TamboAuthListener listener) {
    return uses.stream()
        .filter(use -> use.listener.equals(listener))
        .map(Use::authenticator)
        .filter(authenticator -> authenticator.config().equals(config))
        .findFirst();
  }

  private void end(Use use) {
    if (isLast(use)) {
      use.authenticator.close();
    }
  }

  private boolean isLast(Use use) {
    lock.lock();
    try {
      return uses.remove(use)
          && uses.stream().noneMatch(other -> other.authenticator == use.authenticator);
    } finally {
      lock.unlock();
    }
  }
}
