package co.tambo.sample;

import java.util.Collection;
import java.util.Map;
import java.util.StringJoiner;
import org.jspecify.annotations.Nullable;

/** Writes JSON (RFC 8259): enough for objects of texts and lists of texts. */
final class Json {

  private Json() {}

  static String object(Map<String, ? extends @Nullable Object> members) {
    StringJoiner json = new StringJoiner(",", "{", "}");
    members.forEach((name, value) -> json.add(text(name) + ":" + value(value)));
    return json.toString();
  }

  private static String value(@Nullable Object value) {
    if (value == null) {
      return "null";
    }
    return value instanceof Collection<?> items ? array(items) : text(value.toString());
  }

  private static String array(Collection<?> items) {
    StringJoiner json = new StringJoiner(",", "[", "]");
    items.forEach(item -> json.add(value(item)));
    return json.toString();
  }

  private static String text(String text) {
    StringBuilder json = new StringBuilder(text.length() + 2).append('"');
    text.chars().forEach(c -> append(json, (char) c));
    return json.append('"').toString();
  }

  private static void append(StringBuilder json, char c) {
    if (c == '"' || c == '\\') {
      json.append('\\').append(c);
    } else if (c < ' ' || c == '<' || Character.isSurrogate(c)) {
      json.append(String.format("\\u%04x", (int) c));
    } else {
      json.append(c);
    }
  }
}
