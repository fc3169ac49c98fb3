package co.tambo.auth.internal.opaque;

import org.jspecify.annotations.Nullable;

/** An id of a user as Tambo spells it: a text as it is, a whole number in decimal. */
final class UserId {

  /** Beyond it Tambo's numbers lose digits, and two users become one. */
  private static final long LARGEST_EXACT = (1L << 53) - 1;

  private UserId() {}

  /** Returns the id; null when a value cannot be one. */
  static @Nullable String text(@Nullable Object value) {
    if (value instanceof String text) {
      return text;
    }
    return value instanceof Long number && Math.abs(number) <= LARGEST_EXACT
        ? Long.toString(number)
        : null;
  }
}
