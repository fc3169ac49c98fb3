package co.tambo.auth.internal.config;

import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** System properties, or a file of properties: exact names. */
record MapLayer(String name, Map<String, String> values, Writer writer) implements Layer {

  MapLayer {
    values = Map.copyOf(values);
  }

  @Override
  public String place(String key) {
    return name;
  }

  @Override
  public @Nullable Entry entry(String key) {
    String text = values.get(key);
    return text == null ? null : new Entry(text, Entry.Form.WRITTEN, name);
  }

  @Override
  public Set<String> names() {
    return values.keySet();
  }

  @Override
  public Writer writer(String name) {
    return writer;
  }

  @Override
  public String toString() {
    return name;
  }
}
