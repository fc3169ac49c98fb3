package co.tambo.auth.testing;

import java.util.List;
import java.util.Map;

/** Neon Auth, which Better Auth runs behind. */
record NeonVoice() implements ProviderVoice {

  private static final String HOST = "ep-demo-lake-4f7k2m9q.neonauth.eu-central-1.aws.neon.tech";

  @Override
  public Map<String, String> settings() {
    return Map.of("tambo.preset", "neon", "tambo.domain", HOST + "/neondb/auth");
  }

  @Override
  public KeyForm keys() {
    return KeyForm.NEON;
  }

  @Override
  public void write(TokenBuilder token, String subject) {
    BetterAuthVoice.user(token, subject, "https://" + HOST);
    token.claim("role", "authenticated");
  }

  /** They are of the active organization; the claim beside it names a role of the database. */
  @Override
  public void roles(TokenBuilder token, List<String> roles) {
    token.member("o", "role", String.join(",", roles));
  }

  @Override
  public void tenant(TokenBuilder token, String tenant) {
    token.member("o", "id", tenant).member("o", "slug", "acme");
  }

  @Override
  public void email(TokenBuilder token, String email) {
    token.claim("email", email).claim("emailVerified", true);
  }
}
