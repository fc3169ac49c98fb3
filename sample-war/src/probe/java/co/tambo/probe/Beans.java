package co.tambo.probe;

import jakarta.enterprise.inject.Instance;
import jakarta.enterprise.inject.spi.BeanManager;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The way into CDI; loaded only where there is a bean manager. */
final class Beans {

  private Beans() {}

  static Map<String, @Nullable Object> identity(Object manager) {
    return select(manager, CdiIdentity.class).get().facts();
  }

  /** Returns what Jakarta Security says; null where it has no part in this application. */
  static @Nullable Map<String, @Nullable Object> security(Object manager) {
    Instance<SecurityIdentity> identity = select(manager, SecurityIdentity.class);
    return identity.isUnsatisfied() ? null : identity.get().facts();
  }

  private static <T> Instance<T> select(Object manager, Class<T> type) {
    return ((BeanManager) manager).createInstance().select(type);
  }
}
