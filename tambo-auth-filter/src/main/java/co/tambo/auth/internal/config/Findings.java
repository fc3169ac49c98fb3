package co.tambo.auth.internal.config;

import co.tambo.auth.TamboAuthConfig.TamboConfigException;
import co.tambo.auth.TamboAuthWarning;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Collects what is wrong and what should be known, each once. Not thread-safe. */
final class Findings {

  private final Set<String> problems = new LinkedHashSet<>();
  private final Set<TamboAuthWarning> warnings = new LinkedHashSet<>();

  /** Notes something that stops the deployment. */
  void problem(String problem) {
    problems.add(problem);
  }

  /** Notes something that the deployer should know. */
  void warn(ConfigWarning warning, Object... about) {
    warnings.add(warning.about(about));
  }

  /** Returns the warnings in the order in which they came up. */
  List<TamboAuthWarning> warnings() {
    return List.copyOf(warnings);
  }

  /**
   * Stops when there is a problem. A name that is nearly a setting's is then named too: it may be
   * the reason.
   */
  void throwIfAny() {
    if (problems.isEmpty()) {
      return;
    }
    List<String> all = new ArrayList<>(problems);
    String unknown = ConfigWarning.UNKNOWN_SETTING.code();
    warnings.stream()
        .filter(warning -> warning.code().equals(unknown))
        .forEach(warning -> all.add(warning.message()));
    throw new TamboConfigException(all);
  }
}
