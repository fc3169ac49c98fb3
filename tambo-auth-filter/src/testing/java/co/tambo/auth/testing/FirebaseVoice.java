package co.tambo.auth.testing;

import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * Firebase Authentication.
 *
 * @param cookie whether it is a session cookie instead of an ID token
 */
record FirebaseVoice(boolean cookie) implements ProviderVoice {

  private static final String PROJECT = "demo-chat-project";
  private static final String SERVICE_ACCOUNT =
      "firebase-adminsdk-demo@" + PROJECT + ".iam.gserviceaccount.com";

  @Override
  public Map<String, String> settings() {
    return Map.of("tambo.preset", "firebase", "tambo.audience", PROJECT);
  }

  @Override
  public KeyForm keys() {
    return KeyForm.FIREBASE;
  }

  @Override
  public void write(TokenBuilder token, String subject) {
    String host = cookie ? "session.firebase.google.com" : "securetoken.google.com";
    token
        .claim("iss", "https://" + host + "/" + PROJECT)
        .audience(PROJECT)
        .claim("auth_time", token.now().getEpochSecond())
        .claim("user_id", subject)
        .expiresIn(cookie ? Duration.ofDays(5) : Duration.ofHours(1))
        .email(ProviderVoice.emailOf(subject))
        .member("firebase", "sign_in_provider", "password");
  }

  /** Roles are custom claims at the top level. */
  @Override
  public void roles(TokenBuilder token, List<String> roles) {
    token.claim("roles", roles);
  }

  @Override
  public void tenant(TokenBuilder token, String tenant) {
    token.member("firebase", "tenant", tenant);
  }

  @Override
  public void email(TokenBuilder token, String email) {
    token
        .claim("email", email)
        .claim("email_verified", true)
        .member("firebase", "identities", Map.of("email", List.of(email)));
  }

  static void anonymous(TokenBuilder token, String subject) {
    token
        .without("email")
        .without("email_verified")
        .claim("provider_id", "anonymous")
        .claim("firebase", Map.of("identities", Map.of(), "sign_in_provider", "anonymous"));
  }

  /** What a server makes for a front end to sign in with. */
  static void custom(TokenBuilder token, String subject) {
    token
        .withoutHeader("kid")
        .claim("iss", SERVICE_ACCOUNT)
        .claim("sub", SERVICE_ACCOUNT)
        .claim("uid", subject)
        .audience(
            "https://identitytoolkit.googleapis.com/"
                + "google.identity.identitytoolkit.v1.IdentityToolkit")
        .without("firebase")
        .without("user_id")
        .without("auth_time");
  }

  static void emulator(TokenBuilder token, String subject) {
    token.unsigned();
  }
}
