package co.tambo.sample.server;

import java.util.List;
import java.util.Map;
import org.eclipse.jetty.server.Handler;
import org.jspecify.annotations.Nullable;

/** Who issues the user tokens, and which Tambo the threads are in. */
interface FarSide {

  /** Returns the real ones when anything about them is set, else stand-ins. */
  static FarSide of(List<String> given) {
    return given.isEmpty() ? DemoFarSide.start() : new RealFarSide(given);
  }

  /** Returns the context parameters that tell the application about it. */
  Map<String, String> settings();

  /** Returns the address to listen on, null for all. */
  @Nullable String host();

  /** Returns how much tambo-auth says in the log, as a {@code java.util.logging} level. */
  String logLevel();

  /** Returns the application with what the far side adds in front of it. */
  Handler around(Handler application);

  /** Returns what to try now, as lines for the terminal. */
  String welcome(String base);
}
