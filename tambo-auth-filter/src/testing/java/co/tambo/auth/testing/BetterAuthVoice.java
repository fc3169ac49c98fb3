package co.tambo.auth.testing;

import java.time.Duration;
import java.util.List;
import java.util.Map;

/** The tokens of Better Auth's {@code jwt} plugin: the whole row of the user. */
record BetterAuthVoice() implements ProviderVoice {

  private static final String DOMAIN = "app.example.com";

  @Override
  public Map<String, String> settings() {
    return Map.of("tambo.preset", "better-auth", "tambo.domain", DOMAIN);
  }

  @Override
  public KeyForm keys() {
    return KeyForm.BETTER_AUTH;
  }

  @Override
  public void write(TokenBuilder token, String subject) {
    user(token, subject, "https://" + DOMAIN);
  }

  static void user(TokenBuilder token, String subject, String origin) {
    String created = token.now().minus(Duration.ofDays(30)).toString();
    token
        .algorithm(SignatureAlgorithm.EDDSA)
        .withoutHeader("typ")
        .claim("iss", origin)
        .audience(origin)
        .expiresIn(Duration.ofMinutes(15))
        .claim("id", subject)
        .claim("name", subject)
        .email(ProviderVoice.emailOf(subject))
        .claim("image", null)
        .claim("createdAt", created)
        .claim("updatedAt", created)
        .claim("banned", false);
  }

  /** The admin plugin keeps several roles in one text. */
  @Override
  public void roles(TokenBuilder token, List<String> roles) {
    token.claim("role", String.join(",", roles));
  }

  @Override
  public void email(TokenBuilder token, String email) {
    token.claim("email", email).claim("emailVerified", true);
  }

  static void banned(TokenBuilder token, String subject) {
    token.claim("banned", true).claim("banReason", "spam");
  }

  /** The cookie that caches the session, signed with the same key. */
  static void sessionCache(TokenBuilder token, String subject) {
    token
        .header("typ", "better-auth.session-cache+jwt")
        .audience("better-auth:session-cache")
        .claim("session", Map.of("token", "opaque", "userId", subject))
        .claim("user", Map.of("id", subject));
  }
}
