package co.tambo.servers.keycloak;

import java.util.Locale;
import java.util.Set;

/** The users of the lab realm. */
public enum LabUser {
  /** Has both roles. */
  ALICE,
  /** Has the role user alone. */
  BOB,
  /** Has no role, and therefore no {@code realm_access} claim. */
  CAROL;

  /** Returns the name to log in with, the token's {@code preferred_username}. */
  public String userName() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Returns the realm roles, the token's {@code /realm_access/roles}. */
  public Set<String> roles() {
    return switch (this) {
      case ALICE -> Set.of("admin", "user");
      case BOB -> Set.of("user");
      case CAROL -> Set.of();
    };
  }

  String password() {
    return userName() + "-password";
  }
}
