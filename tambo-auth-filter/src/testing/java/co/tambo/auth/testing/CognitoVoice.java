package co.tambo.auth.testing;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * Cognito user pools.
 *
 * @param id whether it is an ID token instead of an access token
 */
record CognitoVoice(boolean id) implements ProviderVoice {

  private static final String POOL = "eu-west-1_dEm0PoOl7";
  private static final String CLIENT = "6demo2client9app4id8xyz";

  @Override
  public Map<String, String> settings() {
    return Map.of(
        "tambo.preset",
        "cognito",
        "tambo.tenant",
        POOL,
        id ? "tambo.audience" : "tambo.client-id",
        CLIENT);
  }

  @Override
  public KeyForm keys() {
    return id ? KeyForm.COGNITO_ID : KeyForm.COGNITO_ACCESS;
  }

  @Override
  public void write(TokenBuilder token, String subject) {
    token
        .withoutHeader("typ")
        .claim("iss", "https://cognito-idp.eu-west-1.amazonaws.com/" + POOL)
        .claim("token_use", id ? "id" : "access")
        .claim("auth_time", token.now().getEpochSecond())
        .expiresIn(Duration.ofHours(1))
        .claim("origin_jti", UUID.randomUUID().toString())
        .claim("event_id", UUID.randomUUID().toString())
        .claim("jti", UUID.randomUUID().toString());
    if (id) {
      token
          .audience(CLIENT)
          .claim("cognito:username", subject)
          .email(ProviderVoice.emailOf(subject));
    } else {
      token
          .claim("client_id", CLIENT)
          .claim("username", subject)
          .claim("version", 2)
          .claim("scope", "openid email");
    }
  }

  @Override
  public void roles(TokenBuilder token, List<String> roles) {
    token.claim("cognito:groups", roles);
  }

  @Override
  public void email(TokenBuilder token, String email) {
    if (!id) {
      throw new UnsupportedOperationException(
          "Cognito's access tokens hold no e-mail address; use COGNITO_ID");
    }
    token.claim("email", email).claim("email_verified", true);
  }

  static void foreignClient(TokenBuilder token, String subject) {
    token.claim("client_id", "7other5client3app1id9abc");
  }

  static void machine(TokenBuilder token, String subject) {
    token.claim("sub", CLIENT).without("username").claim("scope", "chat/write");
  }
}
