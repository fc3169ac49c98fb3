package co.tambo.benchmarks;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.LinkedHashMap;
import java.util.Map;

/** One line of results: words that say what was measured, and figures. Immutable. */
record Row(Map<String, Object> members) {

  private static final MathContext FOUR_DIGITS = new MathContext(4);

  Row {
    members = new LinkedHashMap<>(members);
  }

  /** Returns a row of a measurement. */
  static Row of(String measured, Jdk jdk) {
    Map<String, Object> members = new LinkedHashMap<>();
    members.put("measured", measured);
    members.put("jdk", (long) jdk.version());
    return new Row(members);
  }

  Row with(String name, String word) {
    return put(name, word);
  }

  /** Adds a figure, with four digits that count; nothing for one that is not finite. */
  Row with(String name, double figure) {
    return Double.isFinite(figure) ? put(name, rounded(figure)) : this;
  }

  private static BigDecimal rounded(double figure) {
    BigDecimal exact = new BigDecimal(figure);
    return Math.abs(figure) >= 1000
        ? exact.setScale(0, java.math.RoundingMode.HALF_UP)
        : exact.round(FOUR_DIGITS).stripTrailingZeros();
  }

  private Row put(String name, Object value) {
    Row row = new Row(members);
    row.members.put(name, value);
    return row;
  }

  /** Returns whether each name has that word or whole number. */
  boolean is(Object... namesAndValues) {
    for (int i = 0; i < namesAndValues.length; i += 2) {
      if (!namesAndValues[i + 1].toString().equals(text(namesAndValues[i].toString()))) {
        return false;
      }
    }
    return true;
  }

  /** Returns a word or a figure as text, empty without it. */
  String text(String name) {
    Object value = members.get(name);
    return value == null ? "" : value.toString();
  }

  /** Returns a figure, or a parameter that is a whole number; not a number without it. */
  double figure(String name) {
    Object value = members.get(name);
    if (value instanceof Number number) {
      return number.doubleValue();
    }
    return value instanceof String text && text.matches("\\d+")
        ? Double.parseDouble(text)
        : Double.NaN;
  }
}
