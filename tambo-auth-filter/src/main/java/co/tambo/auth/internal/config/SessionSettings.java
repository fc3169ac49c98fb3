package co.tambo.auth.internal.config;

import java.util.List;

/**
 * How a provider's front end keeps its sessions in cookies.
 *
 * @param secrets what opens them, the present one first; empty where they are not encrypted; never
 *     printed
 * @param cookieNames the names of the cookie: where it is not encrypted, the first one that is
 *     there counts, and the last is its usual one; where it is, each has a key of its own
 */
public record SessionSettings(List<String> secrets, List<String> cookieNames) {

  /** Copies the lists. */
  public SessionSettings {
    secrets = List.copyOf(secrets);
    cookieNames = List.copyOf(cookieNames);
  }

  /** Returns the names to look for where a cookie of this name is configured. */
  public List<String> namesFor(String name) {
    boolean own = !cookieNames.isEmpty() && cookieNames.get(cookieNames.size() - 1).equals(name);
    return own && secrets.isEmpty() ? cookieNames : List.of(name);
  }

  @Override
  public String toString() {
    return "SessionSettings[****, " + cookieNames + "]";
  }
}
