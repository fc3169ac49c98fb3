package co.tambo.auth.contract;

import java.security.Principal;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.jspecify.annotations.Nullable;

/** Who reached which part of an application. Thread-safe. */
public final class Visits {

  /** The context attribute under which an application finds its visits. */
  public static final String ATTRIBUTE = "visits";

  private final Queue<String> reached = new ConcurrentLinkedQueue<>();

  /** Notes that a caller, null for nobody, reached a part. */
  public void add(String part, @Nullable Principal caller) {
    reached.add(part + " " + (caller == null ? "nobody" : caller.getName()));
  }

  /** Returns the visits so far and forgets them. */
  public List<String> taken() {
    List<String> taken = new ArrayList<>();
    for (String visit = reached.poll(); visit != null; visit = reached.poll()) {
      taken.add(visit);
    }
    return taken;
  }
}
