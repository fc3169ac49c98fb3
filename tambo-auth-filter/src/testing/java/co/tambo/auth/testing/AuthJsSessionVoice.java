package co.tambo.auth.testing;

import java.time.Duration;
import java.util.Map;
import java.util.UUID;

/** The session that Auth.js keeps in an encrypted cookie. */
record AuthJsSessionVoice() implements ProviderVoice {

  @Override
  public Map<String, String> settings() {
    return Map.of("tambo.preset", "authjs", "tambo.user-token", "cookie:" + SealedSession.COOKIE);
  }

  @Override
  public KeyForm keys() {
    return KeyForm.PLAIN;
  }

  @Override
  public Proof proof() {
    return Proof.SESSION_SECRET;
  }

  @Override
  public void write(TokenBuilder token, String subject) {
    token
        .email(ProviderVoice.emailOf(subject))
        .claim("name", subject)
        .claim("jti", UUID.randomUUID().toString())
        .expiresIn(Duration.ofDays(30));
  }

  @Override
  public void email(TokenBuilder token, String email) {
    token.claim("email", email);
  }
}
