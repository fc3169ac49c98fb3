package co.tambo.auth.testing;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import javax.crypto.spec.SecretKeySpec;

/** One server's API keys, which name a project without a look into the database. */
final class ApiKeys {

  private static final String PREFIX = "tambo_";

  private final SecretKeySpec serverSecret;

  ApiKeys(SecureRandom random) {
    byte[] secret = new byte[32];
    random.nextBytes(secret);
    this.serverSecret = new SecretKeySpec(secret, "HMAC");
  }

  String keyOf(String projectId) {
    String text = projectId + ":" + seal(projectId);
    return PREFIX + Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
  }

  /** Returns the id of the project whose key a request carries, if it carries a good one. */
  Optional<String> projectId(ReceivedRequest request) {
    String key = String.join(", ", request.headers("x-api-key"));
    if (!key.startsWith(PREFIX)) {
      return Optional.empty();
    }
    try {
      byte[] text = Base64.getDecoder().decode(key.substring(PREFIX.length()));
      String projectId = new String(text, StandardCharsets.UTF_8).replaceFirst(":.*", "");
      return key.equals(keyOf(projectId)) ? Optional.of(projectId) : Optional.empty();
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private String seal(String projectId) {
    byte[] id = projectId.getBytes(StandardCharsets.UTF_8);
    return HexFormat.of().formatHex(SignatureAlgorithm.HS256.sign(serverSecret, id));
  }
}
