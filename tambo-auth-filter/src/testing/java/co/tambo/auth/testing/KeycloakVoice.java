package co.tambo.auth.testing;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Keycloak's access tokens, for a client with an audience mapper. */
record KeycloakVoice() implements ProviderVoice {

  private static final String ISSUER = "https://sso.example.com/realms/demo";
  private static final String API = "demo-api";

  @Override
  public Map<String, String> settings() {
    return Map.of("tambo.preset", "keycloak", "tambo.issuer", ISSUER, "tambo.audience", API);
  }

  @Override
  public KeyForm keys() {
    return KeyForm.KEYCLOAK;
  }

  @Override
  public void write(TokenBuilder token, String subject) {
    token
        .claim("iss", ISSUER)
        .claim("typ", "Bearer")
        .audience(API, "account")
        .claim("azp", "demo-web")
        .claim("auth_time", token.now().getEpochSecond())
        .expiresIn(Duration.ofMinutes(5))
        .claim("jti", "onrtac:" + UUID.randomUUID())
        .claim("sid", UUID.randomUUID().toString())
        .claim("acr", "1")
        .claim("scope", "openid profile email")
        .roles("default-roles-demo", "offline_access", "uma_authorization")
        .member("resource_access", "account", Map.of("roles", List.of("view-profile")))
        .claim("preferred_username", subject)
        .email(ProviderVoice.emailOf(subject));
  }

  @Override
  public void roles(TokenBuilder token, List<String> roles) {
    token.member("realm_access", "roles", roles);
  }

  @Override
  public void tenant(TokenBuilder token, String tenant) {
    token.claim("organization", List.of(tenant));
  }

  static void id(TokenBuilder token, String subject) {
    token.claim("typ", "ID").without("realm_access").without("resource_access");
  }

  static void refresh(TokenBuilder token, String subject) {
    token
        .claim("typ", "Refresh")
        .claim("aud", ISSUER)
        .algorithm(SignatureAlgorithm.HS512)
        .secret(token.issuer().secret());
  }

  static void logout(TokenBuilder token, String subject) {
    token.claim("typ", "Logout").without("realm_access").without("resource_access");
  }

  static void serviceAccount(TokenBuilder token, String subject) {
    token.claim("preferred_username", "service-account-demo-job").without("sid");
  }
}
