package co.tambo.probe;

import javax.naming.InitialContext;
import javax.naming.NamingException;
import org.jspecify.annotations.Nullable;

/** The server's naming service. */
final class Names {

  private Names() {}

  /** Returns what has this name; null where nothing has, or where there is no such service. */
  @SuppressWarnings("BanJNDI") // the names are our own
  static @Nullable Object find(String name) {
    try {
      return new InitialContext().lookup(name);
    } catch (NamingException absent) {
      return null;
    }
  }
}
