package co.tambo.auth.testing;

import java.time.Duration;
import java.util.Map;
import java.util.UUID;

/**
 * Google's ID tokens.
 *
 * @param preset who passes them on
 * @param domain the Workspace domain; empty for a private account
 */
record GoogleVoice(String preset, String domain) implements ProviderVoice {

  private static final String CLIENT = "1012345678901-demo.apps.googleusercontent.com";

  @Override
  public Map<String, String> settings() {
    return domain.isEmpty()
        ? Map.of("tambo.preset", preset, "tambo.client-id", CLIENT)
        : Map.of("tambo.preset", preset, "tambo.client-id", CLIENT, "tambo.tenant", domain);
  }

  @Override
  public KeyForm keys() {
    return KeyForm.GOOGLE;
  }

  @Override
  public void write(TokenBuilder token, String subject) {
    token
        .claim("iss", "https://accounts.google.com")
        .claim("azp", CLIENT)
        .audience(CLIENT)
        .email(ProviderVoice.emailOf(subject))
        .claim("nonce", UUID.randomUUID().toString())
        .claim("name", subject)
        .expiresIn(Duration.ofHours(1));
    if (!domain.isEmpty()) {
      token.tenant(domain);
    }
  }

  @Override
  public void tenant(TokenBuilder token, String tenant) {
    token.claim("hd", tenant);
  }

  /** A service account asks for an ID token with an audience of its own choice. */
  static void serviceAccount(TokenBuilder token, String subject) {
    token.claim("azp", subject).email("job@demo-project.iam.gserviceaccount.com");
  }
}
