package co.tambo.auth.internal.json;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads one text by recursive descent, in one pass. Not thread-safe. */
final class JsonReader {

  static final int MAX_DEPTH = 32;

  private final JsonScanner scanner;

  private JsonReader(JsonScanner scanner) {
    this.scanner = scanner;
  }

  static JsonReader of(byte[] utf8) throws JsonException {
    if (!JsonScanner.opensObject(utf8)) {
      throw new JsonException("not an object");
    }
    return new JsonReader(JsonScanner.of(utf8));
  }

  Map<String, @Nullable Object> document() throws JsonException {
    Map<String, @Nullable Object> object = object(1);
    if (scanner.peek() != JsonScanner.END) {
      throw new JsonException("text after the object");
    }
    return object;
  }

  private @Nullable Object value(int depth) throws JsonException {
    return switch (scanner.peek()) {
      case '{' -> object(depth + 1);
      case '[' -> array(depth + 1);
      case '"' -> scanner.string();
      case 't' -> word("true", true);
      case 'f' -> word("false", false);
      case 'n' -> word("null", null);
      default -> scanner.number();
    };
  }

  private Map<String, @Nullable Object> object(int depth) throws JsonException {
    Map<String, @Nullable Object> members = new LinkedHashMap<>();
    open('{', depth);
    if (!scanner.accept('}')) {
      do {
        member(members, depth);
      } while (scanner.accept(','));
      scanner.expect('}');
    }
    return Collections.unmodifiableMap(members);
  }

  private void member(Map<String, @Nullable Object> members, int depth) throws JsonException {
    String name = scanner.string();
    if (members.containsKey(name)) {
      throw new JsonException("duplicate member");
    }
    scanner.expect(':');
    members.put(name, value(depth));
  }

  private List<@Nullable Object> array(int depth) throws JsonException {
    List<@Nullable Object> elements = new ArrayList<>();
    open('[', depth);
    if (!scanner.accept(']')) {
      do {
        elements.add(value(depth));
      } while (scanner.accept(','));
      scanner.expect(']');
    }
    return Collections.unmodifiableList(elements);
  }

  private void open(char bracket, int depth) throws JsonException {
    if (depth > MAX_DEPTH) {
      throw new JsonException("nested too deeply");
    }
    scanner.expect(bracket);
  }

  private @Nullable Object word(String word, @Nullable Object value) throws JsonException {
    scanner.word(word);
    return value;
  }
}
