package co.tambo.auth.testing;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** WorkOS AuthKit. */
record WorkOsVoice() implements ProviderVoice {

  private static final String CLIENT = "client_01K4DEMO7XWQ2M9TZB5RVH8CNE";

  @Override
  public Map<String, String> settings() {
    return Map.of("tambo.preset", "workos", "tambo.client-id", CLIENT);
  }

  @Override
  public KeyForm keys() {
    return KeyForm.WORKOS;
  }

  @Override
  public void write(TokenBuilder token, String subject) {
    token
        .withoutHeader("typ")
        .claim("iss", "https://api.workos.com/user_management/" + CLIENT)
        .claim("client_id", CLIENT)
        .claim("sid", "session_" + UUID.randomUUID())
        .claim("jti", UUID.randomUUID().toString())
        .claim("auth_time", token.now().getEpochSecond())
        .expiresIn(Duration.ofMinutes(5));
  }

  @Override
  public void roles(TokenBuilder token, List<String> roles) {
    token.claim("role", roles.isEmpty() ? null : roles.get(0)).claim("roles", roles);
  }

  @Override
  public void tenant(TokenBuilder token, String tenant) {
    token.claim("org_id", tenant);
  }

  static void machine(TokenBuilder token, String subject) {
    token.claim("sub", CLIENT).without("sid");
  }
}
