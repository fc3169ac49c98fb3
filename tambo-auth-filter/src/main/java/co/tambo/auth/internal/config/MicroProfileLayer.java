package co.tambo.auth.internal.config;

import java.util.HashSet;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Set;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.ConfigProvider;
import org.eclipse.microprofile.config.ConfigValue;
import org.jspecify.annotations.Nullable;

/**
 * MicroProfile Config, where the server has it. The only class that knows it; where the server has
 * it not, the first use of this class fails with a {@link LinkageError}, an {@link
 * IllegalStateException} or a {@link java.util.ServiceConfigurationError}.
 */
final class MicroProfileLayer implements Layer {

  private static final String NAME = "MicroProfile Config";

  private final Config config;
  private final Map<String, String> properties;
  private final Map<String, String> environment;

  /** Creates a layer; the maps tell who wrote what the configuration lists. */
  MicroProfileLayer(
      Config config, Map<String, String> properties, Map<String, String> environment) {
    this.config = config;
    this.properties = Map.copyOf(properties);
    this.environment = Map.copyOf(environment);
  }

  static Layer current(Map<String, String> properties, Map<String, String> environment) {
    return new MicroProfileLayer(ConfigProvider.getConfig(), properties, environment);
  }

  @Override
  public String place(String key) {
    return NAME + " (system property, environment variable " + EnvironmentNames.of(key) + ", …)";
  }

  @Override
  public @Nullable Entry entry(String key) {
    try {
      return entry(config.getConfigValue(key));
    } catch (NoSuchElementException | IllegalArgumentException e) {
      return new Entry("", Entry.Form.UNRESOLVABLE, NAME);
    }
  }

  private static @Nullable Entry entry(ConfigValue found) {
    String written = found.getRawValue();
    String resolved = found.getValue();
    String place = NAME + ", " + found.getSourceName();
    if (resolved != null) {
      boolean untouched = resolved.equals(written) && resolved.contains("${");
      return new Entry(resolved, untouched ? Entry.Form.UNRESOLVABLE : Entry.Form.RESOLVED, place);
    }
    return written == null || written.isBlank()
        ? null
        : new Entry(written, Entry.Form.UNRESOLVABLE, place);
  }

  @Override
  public Set<String> names() {
    Set<String> names = new HashSet<>();
    config.getPropertyNames().forEach(names::add);
    return names;
  }

  @Override
  public Writer writer(String name) {
    if (properties.containsKey(name)) {
      return Writer.SYSTEM_PROPERTY;
    }
    // Some implementations list a variable a second time, as the dotted name they make of it.
    boolean variable =
        environment.containsKey(name) || environment.containsKey(EnvironmentNames.of(name));
    return variable ? Writer.ENVIRONMENT : Writer.DEPLOYER;
  }

  @Override
  public String toString() {
    return NAME;
  }
}
