package co.tambo.auth.testing;

import co.tambo.auth.internal.json.Json;
import java.nio.charset.StandardCharsets;
import java.security.Key;
import java.util.Base64;
import java.util.Map;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/** A project of {@link FakeTambo}: its API key and its settings in the dashboard. Thread-safe. */
public final class TamboProject {

  private static final String TOKEN_HEADER = "{\"alg\":\"HS256\"}";

  private final String id;
  private final String apiKey;
  private final Key tokenSecret;
  private volatile ValidationMode validation = ValidationMode.asymmetricAuto();
  private volatile boolean tokenRequired;

  TamboProject(String id, String apiKey, byte[] tokenSecret) {
    this.id = id;
    this.apiKey = apiKey;
    this.tokenSecret = new SecretKeySpec(tokenSecret, "HMAC");
  }

  /** Returns the project's id, which is the issuer of its tokens. */
  public String id() {
    return id;
  }

  /** Returns the project's API key. */
  public String apiKey() {
    return apiKey;
  }

  /** Sets how subject tokens are judged; {@link ValidationMode#asymmetricAuto()} until then. */
  public TamboProject validateBy(ValidationMode mode) {
    validation = mode;
    return this;
  }

  /** Sets whether requests need a bearer token, so that a user key is not enough; not at first. */
  public TamboProject requireToken(boolean required) {
    tokenRequired = required;
    return this;
  }

  ValidationMode validation() {
    return validation;
  }

  boolean tokenRequired() {
    return tokenRequired;
  }

  Key tokenSecret() {
    return tokenSecret;
  }

  /** Returns a token as Tambo issues them: HS256, and a header of one member. */
  String signed(Map<String, ? extends @Nullable Object> claims) {
    String text = base64url(TOKEN_HEADER.getBytes(StandardCharsets.UTF_8));
    text += "." + base64url(Json.write(claims).getBytes(StandardCharsets.UTF_8));
    byte[] signature =
        SignatureAlgorithm.HS256.sign(tokenSecret, text.getBytes(StandardCharsets.US_ASCII));
    return text + "." + base64url(signature);
  }

  private static String base64url(byte[] bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }
}
