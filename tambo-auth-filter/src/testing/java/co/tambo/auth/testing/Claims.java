package co.tambo.auth.testing;

import java.math.BigDecimal;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Claims as JavaScript sees them. */
final class Claims {

  private Claims() {}

  /** Returns a number, null when it is absent or none. */
  static @Nullable BigDecimal number(Map<String, ? extends @Nullable Object> claims, String name) {
    return claims.get(name) instanceof Number number ? new BigDecimal(number.toString()) : null;
  }

  /** Returns a text, null when it is absent or none. */
  static @Nullable String text(Map<String, ? extends @Nullable Object> claims, String name) {
    return claims.get(name) instanceof String text ? text : null;
  }

  /** Returns whether a value counts as false: absent, null, empty, zero. */
  static boolean falsy(@Nullable Object value) {
    return value == null
        || value.equals("")
        || value.equals(false)
        || (value instanceof Number number && new BigDecimal(number.toString()).signum() == 0);
  }

  /** Returns a value as it looks inside a text. */
  static String printed(@Nullable Object value) {
    return value instanceof Map ? "[object Object]" : String.valueOf(value);
  }

  /** Returns a whole number as a Long, which is written without a fraction. */
  static Number plain(BigDecimal number) {
    BigDecimal stripped = number.stripTrailingZeros();
    return stripped.scale() <= 0 ? (Number) stripped.longValue() : stripped;
  }
}
