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
  CAROL,
  /** Edits in the application, owns something elsewhere, and may stay logged in. */
  DAVE;

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
      case DAVE -> Set.of("offline_access");
    };
  }

  /** Returns the roles of {@link LabClient#API}. */
  public Set<String> rolesOfApi() {
    return this == DAVE ? Set.of("editor") : Set.of();
  }

  /** Returns the e-mail address. */
  public String email() {
    return userName() + "@lab.example";
  }

  /** Returns whether the realm has verified the e-mail address. */
  public boolean emailVerified() {
    return this == ALICE;
  }

  String password() {
    return userName() + "-password";
  }
}
