package co.tambo.auth.parts;

import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Assumptions;

/**
 * What some tests need and not every machine has. A test of a part is tagged with its name and asks
 * for it here; {@code -Dtambo.required=vectors,browser} says which parts must be there.
 */
public enum Part {
  /** The vectors that others wrote, in the folder {@code -Dtambo.vectors}. */
  VECTORS,
  /** The providers' samples that others wrote, in the folder {@code -Dtambo.provider-samples}. */
  PROVIDERS,
  /** A browser. */
  BROWSER,
  /** A JDK 25. */
  JDK25,
  /** The real providers of npm, in the folder {@code -Dtambo.node}, and a Node.js to run them. */
  NODE;

  /** Returns the tag of the part's tests. */
  public String tag() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Goes on when the part is there; otherwise fails when it is required, and aborts when not. */
  public void needed(boolean there, String leftOut) {
    if (isRequired()) {
      Assertions.assertTrue(there, "required, but left out: " + leftOut);
    }
    Assumptions.assumeTrue(there, "left out: " + leftOut);
  }

  private boolean isRequired() {
    return List.of(System.getProperty("tambo.required", "").split(",", -1)).contains(tag());
  }
}
