package co.tambo.auth.testing;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Microsoft Entra ID. */
record EntraVoice(Kind kind) implements ProviderVoice {

  enum Kind {
    ACCESS,
    ACCESS_V1,
    ID
  }

  private static final String DIRECTORY = "3d0c9a52-6b1f-4e87-9c34-5a7e1f20b6d8";
  private static final String PERSONAL = "9188040d-6c67-4c5b-b112-36a304b66dad";
  private static final String API = "5e1b8d70-2f94-4c3a-8a6d-917c04be53f2";
  private static final String FRONT_END = "c7420f1e-88d5-4b09-b3e6-0d2a6f95174b";
  private static final Duration LIFETIME = Duration.ofMinutes(75);

  @Override
  public Map<String, String> settings() {
    return Map.of(
        "tambo.preset",
        "entra",
        "tambo.tenant",
        DIRECTORY,
        "tambo.client-id",
        kind == Kind.ID ? FRONT_END : API);
  }

  @Override
  public KeyForm keys() {
    return kind == Kind.ACCESS_V1 ? KeyForm.ENTRA_V1 : KeyForm.ENTRA;
  }

  @Override
  public void write(TokenBuilder token, String subject) {
    token
        .tenant(DIRECTORY)
        .notBefore(token.now())
        .expiresIn(LIFETIME)
        .claim("oid", UUID.nameUUIDFromBytes(subject.getBytes(StandardCharsets.UTF_8)).toString())
        .claim("name", subject)
        .claim("rh", "0.A" + "b".repeat(20) + ".")
        .claim("uti", UUID.randomUUID().toString().substring(0, 22))
        .claim("ver", kind == Kind.ACCESS_V1 ? "1.0" : "2.0");
    switch (kind) {
      case ACCESS ->
          token
              .audience(API)
              .claim("azp", FRONT_END)
              .claim("azpacr", "0")
              .claim("scp", "access_as_user")
              .claim("preferred_username", ProviderVoice.emailOf(subject));
      case ACCESS_V1 ->
          token
              .audience("api://" + API)
              .claim("appid", FRONT_END)
              .claim("appidacr", "0")
              .claim("scp", "access_as_user")
              .claim("unique_name", ProviderVoice.emailOf(subject))
              .claim("upn", ProviderVoice.emailOf(subject));
      case ID ->
          token
              .audience(FRONT_END)
              .claim("nonce", UUID.randomUUID().toString())
              .claim("preferred_username", ProviderVoice.emailOf(subject))
              .email(ProviderVoice.emailOf(subject));
    }
  }

  @Override
  public void roles(TokenBuilder token, List<String> roles) {
    token.claim("roles", roles);
  }

  /** The directory, which is in the issuer too. */
  @Override
  public void tenant(TokenBuilder token, String tenant) {
    token
        .claim("tid", tenant)
        .claim(
            "iss",
            kind == Kind.ACCESS_V1
                ? "https://sts.windows.net/" + tenant + "/"
                : "https://login.microsoftonline.com/" + tenant + "/v2.0");
  }

  @Override
  public void email(TokenBuilder token, String email) {
    token.claim("email", email);
  }

  /** The signature is over other bytes than those that are sent. */
  static void graph(TokenBuilder token, String subject) {
    token
        .audience("00000003-0000-0000-c000-000000000000")
        .claim("scp", "User.Read openid profile")
        .header("nonce", UUID.randomUUID().toString())
        .tampered();
  }

  /** A client credentials grant: roles, and no scopes. */
  static void application(TokenBuilder token, String subject) {
    token.without("scp").without("name").claim("idtyp", "app").roles("Chat.Admin");
  }

  static void personalAccount(TokenBuilder token, String subject) {
    token.tenant(PERSONAL);
  }
}
