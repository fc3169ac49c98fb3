package co.tambo.auth.testing;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * Clerk's session tokens of a user with an active organization.
 *
 * @param version 1 or 2
 */
record ClerkVoice(int version) implements ProviderVoice {

  private static final String DOMAIN = "clerk.example.com";
  private static final String FRONT_END = "https://app.example.com";
  private static final String ORGANIZATION = "org_2vQ7mB4xK9dLcT1sWfRzH8nYpJe";
  private static final int ALLOWANCE_SECONDS = 10;

  @Override
  public Map<String, String> settings() {
    return Map.of(
        "tambo.preset", "clerk", "tambo.domain", DOMAIN, "tambo.authorized-parties", FRONT_END);
  }

  @Override
  public KeyForm keys() {
    return KeyForm.CLERK;
  }

  @Override
  public void write(TokenBuilder token, String subject) {
    token
        .header("cat", "cl_B7d4PD111AAA")
        .claim("iss", "https://" + DOMAIN)
        .claim("azp", FRONT_END)
        .notBefore(token.now().minusSeconds(ALLOWANCE_SECONDS))
        .expiresIn(Duration.ofMinutes(1))
        .claim("jti", UUID.randomUUID().toString().substring(0, 20))
        .claim("sid", "sess_" + UUID.randomUUID().toString().replace("-", ""))
        .claim("fva", List.of(3, -1))
        .tenant(ORGANIZATION)
        .roles("member");
    if (version == 1) {
      token.claim("org_slug", "acme").claim("org_permissions", List.of());
    } else {
      token.member("o", "slg", "acme").claim("sts", "active").claim("v", 2);
    }
  }

  /** Version 2 leaves the prefix out. */
  @Override
  public void roles(TokenBuilder token, List<String> roles) {
    if (roles.size() != 1) {
      throw new IllegalArgumentException("a member of a Clerk organization has one role");
    }
    String role = roles.get(0).replaceFirst("^org:", "");
    if (version == 1) {
      token.claim("org_role", "org:" + role);
    } else {
      token.member("o", "rol", role);
    }
  }

  @Override
  public void tenant(TokenBuilder token, String tenant) {
    if (version == 1) {
      token.claim("org_id", tenant);
    } else {
      token.member("o", "id", tenant);
    }
  }

  static void pending(TokenBuilder token, String subject) {
    token.claim("sts", "pending");
  }

  static void machine(TokenBuilder token, String subject) {
    token
        .header("cat", "cl_B7d4PD333AAA")
        .claim("sub", "mch_" + UUID.randomUUID().toString().replace("-", ""))
        .without("azp")
        .without("o")
        .without("sid")
        .without("sts");
  }

  static void oauthApplication(TokenBuilder token, String subject) {
    token
        .header("typ", "at+jwt")
        .withoutHeader("cat")
        .without("azp")
        .without("o")
        .claim("client_id", "demoOauthApplication")
        .claim("scope", "profile email");
  }
}
