package co.tambo.auth.internal.config;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/**
 * Finds names that look like settings and are none. What somebody wrote for this library must be
 * right; a process's own properties and variables may belong to others, so there only a name that
 * is nearly a setting's is worth a word.
 */
final class UnknownNames {

  private static final String OURS = "tambo.";
  private static final String SAMPLE = "tambo.sample.";
  private static final String PROVIDER = "tambo.provider.";
  private static final int NEAR = 2;

  private final Map<String, String> keysByVariable = new HashMap<>();
  private final List<String> providers;
  private final Findings findings;

  UnknownNames(List<String> providers, Findings findings) {
    this.providers = List.copyOf(providers);
    this.findings = findings;
    for (Setting setting : Setting.values()) {
      know(setting.key());
      if (setting.ofProvider()) {
        providers.forEach(provider -> know(setting.key(provider)));
      }
    }
  }

  void check(List<Layer> layers) {
    for (Layer layer : layers) {
      for (String name : new TreeSet<>(layer.names())) {
        if (isOurs(name)) {
          check(layer, name);
        }
      }
    }
  }

  private void know(String key) {
    keysByVariable.put(EnvironmentNames.of(key), key);
  }

  private static boolean isOurs(String name) {
    String key = name.toLowerCase(Locale.ROOT).replace('_', '.');
    return key.startsWith(OURS) && !key.startsWith(SAMPLE);
  }

  private void check(Layer layer, String name) {
    if (keysByVariable.containsValue(name)) {
      return;
    }
    String variable = EnvironmentNames.of(name);
    String nearest = Nearest.to(variable, keysByVariable.keySet());
    String meant = keysByVariable.getOrDefault(nearest, nearest);
    switch (layer.writer(name)) {
      case DEPLOYER -> findings.problem(unknown(layer, name, meant));
      case SYSTEM_PROPERTY -> warnIfNear(variable, nearest, "system property", name, meant);
      case ENVIRONMENT -> {
        if (!keysByVariable.containsKey(variable)) {
          warnIfNear(variable, nearest, "environment variable", variable, nearest);
        }
      }
    }
  }

  private void warnIfNear(String variable, String nearest, String kind, String name, String meant) {
    if (Nearest.distance(variable, nearest) <= NEAR) {
      findings.warn(ConfigWarning.UNKNOWN_SETTING, kind, Shown.line(name), meant);
    }
  }

  private String unknown(Layer layer, String name, String meant) {
    return Shown.line(name)
        + " ("
        + layer.place(name)
        + "): "
        + unlistedProvider(name)
            .map(provider -> provider + " is not among tambo.providers; add it there")
            .orElse("there is no such setting; did you mean " + meant + "?");
  }

  private Optional<String> unlistedProvider(String name) {
    if (!name.startsWith(PROVIDER)) {
      return Optional.empty();
    }
    String rest = name.substring(PROVIDER.length());
    String provider = Shown.line(rest.substring(0, Math.max(0, rest.indexOf('.'))));
    return provider.isEmpty() || providers.contains(provider)
        ? Optional.empty()
        : Optional.of(provider);
  }
}
