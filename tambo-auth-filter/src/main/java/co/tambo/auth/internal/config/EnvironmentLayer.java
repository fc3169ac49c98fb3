package co.tambo.auth.internal.config;

import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The variables of the environment, found by MicroProfile Config's rule. */
record EnvironmentLayer(Map<String, String> variables) implements Layer {

  EnvironmentLayer {
    variables = Map.copyOf(variables);
  }

  @Override
  public String place(String key) {
    return "environment variable " + EnvironmentNames.of(key);
  }

  @Override
  public @Nullable Entry entry(String key) {
    for (String name : EnvironmentNames.candidates(key)) {
      String text = variables.get(name);
      if (text != null) {
        return new Entry(text, Entry.Form.WRITTEN, "environment variable " + name);
      }
    }
    return null;
  }

  @Override
  public Set<String> names() {
    return variables.keySet();
  }

  @Override
  public Writer writer(String name) {
    return Writer.ENVIRONMENT;
  }

  @Override
  public String toString() {
    return "environment";
  }
}
