package co.tambo.auth.testing;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Supabase Auth. */
record SupabaseVoice(Proof proof) implements ProviderVoice {

  private static final String PROJECT = "qwhtkzvbnmdlrsxcfgjp";
  private static final String DOMAIN = PROJECT + ".supabase.co";

  @Override
  public Map<String, String> settings() {
    return Map.of("tambo.preset", "supabase", "tambo.domain", DOMAIN);
  }

  @Override
  public KeyForm keys() {
    return KeyForm.SUPABASE;
  }

  @Override
  public void write(TokenBuilder token, String subject) {
    if (proof == Proof.SECRET) {
      token.secret(token.issuer().secret());
    } else {
      token.algorithm(SignatureAlgorithm.ES256);
    }
    token
        .claim("iss", "https://" + DOMAIN + "/auth/v1")
        .audience("authenticated")
        .expiresIn(Duration.ofHours(1))
        .claim("role", "authenticated")
        .email(ProviderVoice.emailOf(subject))
        .claim("phone", "")
        .claim("is_anonymous", false)
        .claim("aal", "aal1")
        .claim(
            "amr", List.of(Map.of("method", "password", "timestamp", token.now().getEpochSecond())))
        .claim("session_id", UUID.randomUUID().toString())
        .claim("app_metadata", Map.of("provider", "email", "providers", List.of("email")))
        .claim("user_metadata", Map.of("email_verified", true, "roles", List.of("own-words")));
  }

  @Override
  public void roles(TokenBuilder token, List<String> roles) {
    token.member("app_metadata", "roles", roles);
  }

  @Override
  public void email(TokenBuilder token, String email) {
    token.claim("email", email);
  }

  static void anonymous(TokenBuilder token, String subject) {
    token.email("").claim("is_anonymous", true).claim("app_metadata", Map.of());
  }

  /** The key that every page of the project holds. */
  static void anonKey(TokenBuilder token, String subject) {
    token
        .secret(token.issuer().secret())
        .claim("iss", "supabase")
        .claim("ref", PROJECT)
        .claim("role", "anon")
        .expiresIn(Duration.ofDays(3650));
    for (String claim :
        List.of(
            "sub",
            "aud",
            "email",
            "phone",
            "is_anonymous",
            "aal",
            "amr",
            "session_id",
            "app_metadata",
            "user_metadata")) {
      token.without(claim);
    }
  }
}
