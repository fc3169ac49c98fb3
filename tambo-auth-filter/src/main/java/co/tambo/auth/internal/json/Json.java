package co.tambo.auth.internal.json;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The one place that reads and writes JSON (RFC 8259), strictly. */
public final class Json {

  private Json() {}

  /**
   * Reads one JSON object and nothing else: strict UTF-8 without BOM, no duplicate members at any
   * depth, no lone surrogates, depth at most 32, numbers of at most 64 characters and a scale of at
   * most 1,000.
   *
   * @return members in their order: String, Long (integers that fit), BigDecimal, Boolean, List,
   *     Map or null; deeply unmodifiable
   * @throws JsonException on anything else
   */
  public static Map<String, @Nullable Object> readObject(byte[] utf8) throws JsonException {
    return JsonReader.of(utf8).document();
  }

  /**
   * Writes a value made of the types that {@link #readObject} gives (and any other Number), safe to
   * stand inside HTML: {@code <} and the line separators of JavaScript are escaped.
   *
   * @throws IllegalArgumentException naming the type of a value that JSON does not know
   */
  public static String write(@Nullable Object value) {
    return JsonWriter.write(value);
  }
}
