package co.tambo.auth.servlet;

import co.tambo.auth.TamboAuthenticator;
import jakarta.servlet.ServletContext;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * The container login of one web application ({@code tambo.container-login}): the filters whose
 * users become the container's own callers. The container knows of it from the first filter to the
 * last. Thread-safe.
 */
final class ContainerIdentity {

  private static final String ATTRIBUTE = ContainerIdentity.class.getName();
  private static final ReentrantLock CREATION = new ReentrantLock();

  private final ServletContext context;
  private final ReentrantLock change = new ReentrantLock();
  private final Map<String, Login> logins = new ConcurrentSkipListMap<>();
  private final AtomicBoolean warned = new AtomicBoolean();
  private @Nullable Runnable deregistration;

  private record Login(FilterCoverage coverage, TamboAuthenticator authenticator) {}

  private ContainerIdentity(ServletContext context) {
    this.context = context;
  }

  /** Returns that of an application. */
  static ContainerIdentity in(ServletContext context) {
    CREATION.lock();
    try {
      if (context.getAttribute(ATTRIBUTE) instanceof ContainerIdentity known) {
        return known;
      }
      ContainerIdentity created = new ContainerIdentity(context);
      context.setAttribute(ATTRIBUTE, created);
      return created;
    } finally {
      CREATION.unlock();
    }
  }

  /** Makes callers of a filter's users; in the place of what was known of a filter of that name. */
  void join(String filter, FilterCoverage coverage, TamboAuthenticator authenticator) {
    change.lock();
    try {
      logins.put(filter, new Login(coverage, authenticator));
      if (deregistration == null) {
        deregistration = register(authenticator);
      }
    } finally {
      change.unlock();
    }
  }

  private Runnable register(TamboAuthenticator authenticator) {
    Optional<LoginObstacle> obstacle = LoginObstacle.ofServer();
    if (obstacle.isEmpty()) {
      try {
        return CallerAuthProvider.register(context, this);
      } catch (LinkageError | RuntimeException withoutJakartaAuthentication) {
        obstacle = Optional.of(LoginObstacle.NO_JAKARTA_AUTHENTICATION);
      }
    }
    authenticator.warn(obstacle.get().warning());
    return () -> {};
  }

  /** Ends what {@link #join} began; nothing where it did not. */
  void leave(String filter) {
    change.lock();
    try {
      logins.remove(filter);
      if (logins.isEmpty() && deregistration != null) {
        deregistration.run();
        deregistration = null;
      }
    } finally {
      change.unlock();
    }
  }

  /** Warns once that the container has not taken a user. */
  void refused(Throwable cause, TamboAuthenticator authenticator) {
    if (warned.compareAndSet(false, true)) {
      authenticator.warn(LoginObstacle.refused(cause));
    }
  }

  /** Returns the authenticator of the filter whose mapping fits the request most closely. */
  Optional<TamboAuthenticator> authenticator(HttpServletRequest request) {
    return logins.values().stream()
        .filter(login -> login.coverage().closeness(request) >= 0)
        .max(Comparator.comparingInt(login -> login.coverage().closeness(request)))
        .map(Login::authenticator);
  }
}
