package co.tambo.auth.internal.json;

import java.math.BigDecimal;
import java.util.Collection;
import java.util.HexFormat;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Writes one value, without any space. Not thread-safe. */
final class JsonWriter {

  private static final char LINE_SEPARATOR = 0x2028;
  private static final char PARAGRAPH_SEPARATOR = 0x2029;
  private static final HexFormat HEX = HexFormat.of();

  private final StringBuilder json = new StringBuilder();

  private JsonWriter() {}

  static String write(@Nullable Object value) {
    JsonWriter writer = new JsonWriter();
    writer.value(value);
    return writer.json.toString();
  }

  private void value(@Nullable Object value) {
    if (value == null || value instanceof Boolean) {
      json.append(value);
    } else if (value instanceof CharSequence string) {
      string(string);
    } else if (value instanceof Number number) {
      number(number);
    } else if (value instanceof Map<?, ?> map) {
      object(map);
    } else if (value instanceof Collection<?> collection) {
      array(collection);
    } else {
      throw notJson(value);
    }
  }

  private void object(Map<?, ?> members) {
    String separator = "{";
    for (Map.Entry<?, ?> member : members.entrySet()) {
      json.append(separator);
      separator = ",";
      string((CharSequence) member.getKey());
      json.append(':');
      value(member.getValue());
    }
    json.append(members.isEmpty() ? "{}" : "}");
  }

  private void array(Collection<?> elements) {
    String separator = "[";
    for (Object element : elements) {
      json.append(separator);
      separator = ",";
      value(element);
    }
    json.append(elements.isEmpty() ? "[]" : "]");
  }

  private void number(Number number) {
    boolean binary = number instanceof Double || number instanceof Float;
    if (binary && !Double.isFinite(number.doubleValue())) {
      throw notJson(number);
    }
    json.append(number instanceof BigDecimal decimal ? readable(decimal) : number);
  }

  /** A point that the original did not have can make a number longer than is read. */
  private static String readable(BigDecimal number) {
    String text = number.toString();
    return text.length() > JsonScanner.MAX_NUMBER_LENGTH
        ? number.unscaledValue() + "E" + -number.scale()
        : text;
  }

  private void string(CharSequence string) {
    json.append('"');
    for (int i = 0;
        i < string.length();
        i += Character.charCount(Character.codePointAt(string, i))) {
      codePoint(Character.codePointAt(string, i));
    }
    json.append('"');
  }

  private void codePoint(int c) {
    switch (c) {
      case '"', '\\' -> json.append('\\').append((char) c);
      case '\n' -> json.append("\\n");
      case '\r' -> json.append("\\r");
      case '\t' -> json.append("\\t");
      case '<', LINE_SEPARATOR, PARAGRAPH_SEPARATOR -> escape(c);
      default -> plain(c);
    }
  }

  private void plain(int c) {
    if (Character.getType(c) == Character.CONTROL || Character.getType(c) == Character.SURROGATE) {
      escape(c);
    } else {
      json.appendCodePoint(c);
    }
  }

  private void escape(int c) {
    json.append("\\u").append(HEX.toHexDigits((char) c));
  }

  private static IllegalArgumentException notJson(Object value) {
    return new IllegalArgumentException("not a JSON value: " + value.getClass().getName());
  }
}
