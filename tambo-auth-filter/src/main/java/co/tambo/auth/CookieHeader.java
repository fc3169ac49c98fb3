package co.tambo.auth;

import java.util.ArrayList;
import java.util.List;

/**
 * Reads the {@code Cookie} header (RFC 6265 section 4.2.1). Values stay as they came, whereas
 * containers differ in quotes, in duplicates, and in what they throw on.
 */
final class CookieHeader {

  private CookieHeader() {}

  /** Returns the values of every cookie of that name, in order. */
  static List<String> values(List<String> lines, String name) {
    List<String> values = new ArrayList<>(1);
    for (String line : lines) {
      for (String pair : line.split(";", -1)) {
        addValue(values, pair.trim(), name);
      }
    }
    return values;
  }

  private static void addValue(List<String> values, String pair, String name) {
    int equals = pair.indexOf('=');
    if (equals == name.length() && pair.startsWith(name)) {
      values.add(pair.substring(equals + 1));
    }
  }
}
