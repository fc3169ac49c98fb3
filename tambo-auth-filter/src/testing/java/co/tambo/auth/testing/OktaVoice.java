package co.tambo.auth.testing;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * Okta's default custom authorization server.
 *
 * @param id whether it is an ID token instead of an access token
 */
record OktaVoice(boolean id) implements ProviderVoice {

  private static final String DOMAIN = "demo-company.okta.com";
  private static final String API = "api://default";
  private static final String CLIENT = "0oad3m0c7w1XyZ8qR5d7";

  @Override
  public Map<String, String> settings() {
    return Map.of(
        "tambo.preset",
        "okta",
        "tambo.domain",
        DOMAIN,
        id ? "tambo.client-id" : "tambo.audience",
        id ? CLIENT : API);
  }

  @Override
  public KeyForm keys() {
    return KeyForm.OKTA;
  }

  @Override
  public void write(TokenBuilder token, String subject) {
    token
        .withoutHeader("typ")
        .claim("iss", "https://" + DOMAIN + "/oauth2/default")
        .claim("ver", 1)
        .claim("jti", (id ? "ID." : "AT.") + UUID.randomUUID())
        .claim("auth_time", token.now().getEpochSecond())
        .expiresIn(Duration.ofHours(1));
    if (id) {
      token
          .audience(CLIENT)
          .claim("idp", "00od3m0Idp2345678901")
          .claim("amr", List.of("pwd"))
          .claim("nonce", UUID.randomUUID().toString())
          .claim("preferred_username", ProviderVoice.emailOf(subject))
          .email(ProviderVoice.emailOf(subject));
    } else {
      token
          .audience(API)
          .claim("cid", CLIENT)
          .claim("uid", "00u" + Integer.toHexString(subject.hashCode()))
          .claim("scp", List.of("openid", "profile"));
    }
  }

  @Override
  public void roles(TokenBuilder token, List<String> roles) {
    token.claim("groups", roles);
  }

  static void service(TokenBuilder token, String subject) {
    token.claim("sub", CLIENT).without("uid").claim("scp", List.of("chat"));
  }

  static void orgServer(TokenBuilder token, String subject) {
    token
        .header("typ", "application/okta-internal-at+jwt")
        .claim("iss", "https://" + DOMAIN)
        .audience("https://" + DOMAIN);
  }
}
