package co.tambo.auth.testing;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** An issuer that is not known by name. */
record PlainVoice() implements ProviderVoice {

  @Override
  public Map<String, String> settings() {
    return Map.of();
  }

  @Override
  public KeyForm keys() {
    return KeyForm.PLAIN;
  }

  @Override
  public void write(TokenBuilder token, String subject) {
    token
        .claim("iss", token.issuer().issuer())
        .audience(FakeIssuer.AUDIENCE)
        .expiresIn(Duration.ofHours(1))
        .claim("jti", UUID.randomUUID().toString());
  }

  @Override
  public void roles(TokenBuilder token, List<String> roles) {
    token.claim("roles", roles);
  }

  @Override
  public void tenant(TokenBuilder token, String tenant) {
    token.claim("tenant", tenant);
  }
}
