package co.tambo.auth.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Where a claim is: its name, or a JSON Pointer (RFC 6901) when it starts with a slash. */
public final class ClaimPath {

  private final List<String> steps;

  private ClaimPath(List<String> steps) {
    this.steps = List.copyOf(steps);
  }

  /**
   * Returns the path that a configured text means.
   *
   * @throws IllegalArgumentException when a pointer has a {@code ~} that escapes nothing
   */
  public static ClaimPath of(String text) {
    if (!text.startsWith("/")) {
      return new ClaimPath(List.of(text));
    }
    List<String> steps = new ArrayList<>();
    for (String step : text.substring(1).split("/", -1)) {
      steps.add(unescaped(step));
    }
    return new ClaimPath(steps);
  }

  /** Returns the value in a JSON value, null when the path leads nowhere. */
  public @Nullable Object in(@Nullable Object json) {
    Object value = json;
    for (String step : steps) {
      value = child(value, step);
    }
    return value;
  }

  private static @Nullable Object child(@Nullable Object value, String step) {
    if (value instanceof Map<?, ?> members) {
      return members.get(step);
    }
    if (value instanceof List<?> items) {
      int index = index(step);
      return index >= 0 && index < items.size() ? items.get(index) : null;
    }
    return null;
  }

  /** Returns an array index as RFC 6901 section 4 spells it, -1 for anything else. */
  private static int index(String step) {
    boolean digits = !step.isEmpty() && step.length() <= 4;
    for (int i = 0; i < step.length(); i++) {
      digits &= step.charAt(i) >= '0' && step.charAt(i) <= '9';
    }
    return digits && (step.equals("0") || step.charAt(0) != '0') ? Integer.parseInt(step) : -1;
  }

  private static String unescaped(String step) {
    for (int at = step.indexOf('~'); at >= 0; at = step.indexOf('~', at + 1)) {
      if (!step.startsWith("0", at + 1) && !step.startsWith("1", at + 1)) {
        throw new IllegalArgumentException("a ~ in a JSON Pointer is written ~0, a / ~1");
      }
    }
    return step.replace("~1", "/").replace("~0", "~");
  }
}
