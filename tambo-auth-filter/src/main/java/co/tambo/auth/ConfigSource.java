package co.tambo.auth;

import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A place where settings are looked for. Immutable for the time of a start. */
public interface ConfigSource {

  /** Returns what messages call this place, such as {@code filter init-param}. */
  String name();

  /** Returns the value of a key such as {@code tambo.issuer}; null when this place has none. */
  @Nullable String value(String key);

  /** Returns the {@code tambo.*} keys that this place can list; empty when it cannot. */
  Set<String> keys();

  /** Returns a source of fixed values. */
  static ConfigSource of(String name, Map<String, String> values) {
    Map<String, String> copy = Map.copyOf(values);
    return new ConfigSource() {
      @Override
      public String name() {
        return name;
      }

      @Override
      public @Nullable String value(String key) {
        return copy.get(key);
      }

      @Override
      public Set<String> keys() {
        return copy.keySet();
      }
    };
  }
}
