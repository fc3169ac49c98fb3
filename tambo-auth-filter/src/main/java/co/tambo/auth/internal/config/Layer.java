package co.tambo.auth.internal.config;

import co.tambo.auth.ConfigSource;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** One place in the order of places where settings are looked for. */
interface Layer {

  /** Who wrote a key, which decides what an unknown one means. */
  enum Writer {
    /** Somebody who had this library in mind. */
    DEPLOYER,
    /** Whoever started the process. */
    SYSTEM_PROPERTY,
    /** Whoever started the process; names are upper case. */
    ENVIRONMENT
  }

  /** Returns what messages call this place when they say where a key was looked for. */
  String place(String key);

  /** Returns what this place has for a key, null when it has nothing. */
  @Nullable Entry entry(String key);

  /** Returns the names that this place can list. */
  Set<String> names();

  /** Returns who wrote a name that this place has listed. */
  Writer writer(String name);

  /** Returns the layer of an adapter's source. */
  static Layer of(ConfigSource source) {
    return new Layer() {
      @Override
      public String place(String key) {
        return source.name();
      }

      @Override
      public @Nullable Entry entry(String key) {
        String text = source.value(key);
        return text == null ? null : new Entry(text, Entry.Form.WRITTEN, source.name());
      }

      @Override
      public Set<String> names() {
        return source.keys();
      }

      @Override
      public Writer writer(String name) {
        return Writer.DEPLOYER;
      }
    };
  }
}
