package co.tambo.auth.testing;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * Auth0's access tokens.
 *
 * @param rfc9068 whether the API's token profile is RFC 9068's instead of Auth0's own
 */
record Auth0Voice(boolean rfc9068) implements ProviderVoice {

  private static final String DOMAIN = "demo-tenant.eu.auth0.com";
  private static final String ISSUER = "https://" + DOMAIN + "/";
  private static final String API = "https://chat-api.example.com";
  private static final String CLIENT = "Zq3yT8vKc1LwR5nXb7MdP2sHg9JfA4eU";
  private static final String ROLES = "https://example.com/roles";

  @Override
  public Map<String, String> settings() {
    return Map.of(
        "tambo.preset",
        "auth0",
        "tambo.domain",
        DOMAIN,
        "tambo.audience",
        API,
        "tambo.roles-claim",
        ROLES);
  }

  @Override
  public KeyForm keys() {
    return KeyForm.AUTH0;
  }

  @Override
  public void write(TokenBuilder token, String subject) {
    token.claim("iss", ISSUER).expiresIn(Duration.ofDays(1)).claim("scope", "openid profile email");
    if (rfc9068) {
      token
          .header("typ", "at+jwt")
          .audience(API)
          .claim("client_id", CLIENT)
          .claim("jti", UUID.randomUUID().toString());
    } else {
      token.audience(API, ISSUER + "userinfo").claim("azp", CLIENT);
    }
  }

  /** Roles have no claim of their own; an Action writes one under a namespace. */
  @Override
  public void roles(TokenBuilder token, List<String> roles) {
    token.claim(ROLES, roles);
  }

  @Override
  public void tenant(TokenBuilder token, String tenant) {
    token.claim("org_id", tenant);
  }

  static void machine(TokenBuilder token, String subject) {
    token
        .claim("sub", CLIENT + "@clients")
        .audience(API)
        .claim("gty", "client-credentials")
        .without("scope");
  }
}
