package co.tambo.auth;

import co.tambo.auth.internal.config.Policy;
import co.tambo.auth.internal.config.PolicyReader;
import java.io.Serial;
import java.util.List;
import java.util.Map;

/**
 * A checked configuration. Immutable, thread-safe; two are equal when every setting is. Never
 * prints a secret.
 */
public final class TamboAuthConfig {

  private final Policy policy;

  private TamboAuthConfig(Policy policy) {
    this.policy = policy;
  }

  /**
   * Reads the configuration from an adapter's own sources, the most specific first, and after them
   * from MicroProfile Config or, without it, from system properties, the environment and {@code
   * META-INF/microprofile-config.properties}.
   *
   * @throws TamboConfigException naming every problem, where it was looked for, and the fix
   */
  public static TamboAuthConfig load(List<ConfigSource> sources) {
    return new TamboAuthConfig(PolicyReader.read(sources));
  }

  /**
   * Reads the configuration from these values, and what they leave out as {@link #load} does.
   *
   * @throws TamboConfigException naming every problem
   */
  public static TamboAuthConfig of(Map<String, String> values) {
    return load(List.of(ConfigSource.of("given values", values)));
  }

  /** Returns what the deployer should know. */
  public List<TamboAuthWarning> warnings() {
    return policy.warnings();
  }

  /**
   * Returns whether the user becomes the container's own caller ({@code tambo.container-login}).
   */
  public boolean containerLogin() {
    return policy.access().containerLogin();
  }

  Policy policy() {
    return policy;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof TamboAuthConfig that && policy.equals(that.policy);
  }

  @Override
  public int hashCode() {
    return policy.hashCode();
  }

  /** Returns the effective policy in one paragraph, with secrets masked. */
  @Override
  public String toString() {
    return policy.description();
  }

  /** The configuration cannot be used; the deployment must stop. */
  public static final class TamboConfigException extends RuntimeException {

    @Serial private static final long serialVersionUID = 1L;

    private final String[] problems;

    /** Creates an exception whose message lists all problems. */
    public TamboConfigException(List<String> problems) {
      super(message(problems));
      this.problems = problems.toArray(String[]::new);
    }

    /** Returns the problems, each naming its key, where it was looked for, and the fix. */
    public List<String> problems() {
      return List.of(problems);
    }

    private static String message(List<String> problems) {
      String count = problems.size() == 1 ? "1 problem" : problems.size() + " problems";
      return "tambo-auth cannot start, " + count + ":\n  - " + String.join("\n  - ", problems);
    }
  }
}
