package co.tambo.auth.testing;

import java.time.Duration;
import java.util.Map;
import java.util.UUID;

/** Neon Auth in the days of Stack Auth. */
record StackAuthVoice() implements ProviderVoice {

  private static final String PROJECT = "b80e2d65-1a3c-4f97-8d42-c65f0e7b9a31";

  @Override
  public Map<String, String> settings() {
    return Map.of("tambo.preset", "neon", "tambo.client-id", PROJECT);
  }

  @Override
  public KeyForm keys() {
    return KeyForm.STACK_AUTH;
  }

  @Override
  public void write(TokenBuilder token, String subject) {
    token
        .algorithm(SignatureAlgorithm.ES256)
        .withoutHeader("typ")
        .claim("iss", "https://api.stack-auth.com/api/v1/projects/" + PROJECT)
        .audience(PROJECT)
        .expiresIn(Duration.ofMinutes(10))
        .claim("project_id", PROJECT)
        .claim("branch_id", "main")
        .claim("refresh_token_id", UUID.randomUUID().toString())
        .claim("role", "authenticated")
        .claim("name", subject)
        .email(ProviderVoice.emailOf(subject))
        .claim("is_anonymous", false);
  }

  @Override
  public void tenant(TokenBuilder token, String tenant) {
    token.claim("selected_team_id", tenant);
  }
}
