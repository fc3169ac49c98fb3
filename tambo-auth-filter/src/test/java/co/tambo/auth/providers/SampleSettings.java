package co.tambo.auth.providers;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a deployer would write for a sample, apart from where the stand-in publishes its keys. */
final class SampleSettings {

  private SampleSettings() {}

  static Map<String, String> of(Sample sample, String keySet, String secret) {
    Map<String, @Nullable Object> preset = sample.preset();
    Map<String, String> settings = new LinkedHashMap<>();
    settings.put("tambo.preset", sample.provider());
    put(settings, "tambo.audience", preset.get("audience"));
    put(settings, "tambo.authorized-parties", preset.get("authorized_parties"));
    put(settings, "tambo.client-id", preset.get("client_ids"));
    put(settings, "tambo.client-id", preset.get("client_id"));
    put(settings, "tambo.tenant", preset.get("required_hd"));
    put(settings, "tambo.tenant", preset.get("tenants"));
    settings.putAll(own(sample));
    boolean shared = List.of("HS256").equals(preset.get("algs"));
    settings.put("tambo.verification", shared ? "secret" : "discovery");
    settings.put(shared ? "tambo.secret" : "tambo.jwks-url", shared ? secret : keySet);
    return settings;
  }

  /** Returns what differs from provider to provider: the domain, or the claim of the roles. */
  private static Map<String, String> own(Sample sample) {
    return switch (sample.provider()) {
      case "auth0" ->
          Map.of(
              "tambo.domain",
              "example-tenant.us.auth0.com",
              "tambo.roles-claim",
              "https://example.com/roles");
      case "clerk" -> Map.of("tambo.domain", "clear-mule-42.clerk.accounts.dev");
      case "supabase" -> Map.of("tambo.domain", "abcdefghijklmnopqrst.supabase.co");
      case "neon" -> neon(sample);
      case "better-auth" -> Map.of("tambo.domain", "app.example.com");
      case "keycloak" -> Map.of("tambo.issuer", "https://sso.example.com/realms/acme");
      case "okta" -> Map.of("tambo.issuer", (String) sample.preset().getOrDefault("issuer", ""));
      case "cognito" -> Map.of("tambo.tenant", "us-east-1_FaKePool1");
      case "authjs" ->
          Map.of("tambo.client-id", "1234567890-abc123def456ghi789.apps.googleusercontent.com");
      default -> Map.of();
    };
  }

  private static Map<String, String> neon(Sample sample) {
    return sample.id().equals("neon-legacy-stack-auth")
        ? Map.of("tambo.client-id", "4c3b2a19-0f8e-4d7c-9b6a-5f4e3d2c1b0a")
        : Map.of(
            "tambo.domain", "ep-cool-river-a1b2c3d4.neonauth.us-east-2.aws.neon.tech/neondb/auth");
  }

  private static void put(Map<String, String> settings, String key, @Nullable Object value) {
    if (value instanceof String text) {
      settings.put(key, text);
    } else if (value instanceof List<?> items) {
      settings.put(key, String.join(",", items.stream().map(String::valueOf).toList()));
    }
  }
}
