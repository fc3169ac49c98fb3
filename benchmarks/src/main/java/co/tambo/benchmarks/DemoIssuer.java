package co.tambo.benchmarks;

import co.tambo.auth.testing.FakeIssuer;
import co.tambo.auth.testing.SignatureAlgorithm;
import co.tambo.auth.testing.TokenBuilder;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.Key;
import java.security.KeyFactory;
import java.security.spec.X509EncodedKeySpec;
import java.time.Duration;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.crypto.spec.SecretKeySpec;

/**
 * An issuer that signs by one algorithm, with tokens shaped like Keycloak's access tokens. The
 * audience is one text, which every verifier understands. Thread-safe.
 */
final class DemoIssuer implements AutoCloseable {

  static final String ISSUER = "https://sso.example.com/realms/acme";
  static final String AUDIENCE = "chat-api";

  private static final String SECRET =
      "a shared secret of the benchmarks, 64 bytes, known to nobody else";

  private final SignatureAlgorithm algorithm;
  private final FakeIssuer issuer;

  DemoIssuer(SignatureAlgorithm algorithm) {
    this.algorithm = algorithm;
    this.issuer =
        FakeIssuer.builder().named("https://sso.example.com").path("/realms/acme").start();
  }

  SignatureAlgorithm algorithm() {
    return algorithm;
  }

  boolean symmetric() {
    return algorithm == SignatureAlgorithm.HS256;
  }

  /** Returns a token of the user of a number, valid for a day. */
  TokenBuilder token(int number) {
    String subject = "2f6c1e4a-7b8d-4c9e-a0f1-" + String.format("%012d", number);
    TokenBuilder token =
        issuer
            .token(subject)
            .audience(AUDIENCE)
            .expiresIn(Duration.ofDays(1))
            .claim("typ", "Bearer")
            .claim("azp", "chat-web")
            .claim("sid", "8d7c6b5a-4f3e-4d2c-9b1a-0f9e8d7c6b5a")
            .claim("acr", "1")
            .claim("allowed-origins", List.of("https://app.example.com"))
            .claim("realm_access", roles("default-roles-acme", "offline_access", "chat-admin"))
            .claim("resource_access", resources())
            .claim("scope", "openid profile email organization")
            .claim("email_verified", true)
            .claim("name", "Ada Example")
            .claim("preferred_username", "ada")
            .claim("given_name", "Ada")
            .claim("family_name", "Example")
            .claim("email", "ada@example.com");
    return symmetric() ? token.secret(secret()) : token.algorithm(algorithm);
  }

  private static Map<String, Object> resources() {
    Map<String, Object> resources = new LinkedHashMap<>();
    resources.put("chat-api", roles("writer"));
    resources.put("account", roles("manage-account", "view-profile"));
    return resources;
  }

  private static Map<String, Object> roles(String... names) {
    return Map.of("roles", List.of(names));
  }

  byte[] secret() {
    return SECRET.getBytes(StandardCharsets.UTF_8);
  }

  /** Returns the public key as a JWK; only where there is one. */
  String jwk() {
    return issuer.publicJwk(algorithm);
  }

  String keySet() {
    return "{\"keys\":[" + jwk() + "]}";
  }

  /** Returns the key that verifies. */
  Key key() throws GeneralSecurityException {
    if (symmetric()) {
      return new SecretKeySpec(secret(), "HmacSHA256");
    }
    byte[] spki = Base64.getMimeDecoder().decode(body(issuer.publicKeyPem(algorithm)));
    return KeyFactory.getInstance(keyType()).generatePublic(new X509EncodedKeySpec(spki));
  }

  private String keyType() {
    return switch (algorithm) {
      case RS256 -> "RSA";
      case ES256 -> "EC";
      default -> "Ed25519";
    };
  }

  private static String body(String pem) {
    return pem.lines().filter(line -> !line.startsWith("-")).reduce("", String::concat);
  }

  @Override
  public void close() {
    issuer.close();
  }
}
