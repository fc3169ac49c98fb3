package co.tambo.servers.keycloak;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;

/** A code verifier (RFC 7636 section 4.1). Does not print it. */
record Pkce(String verifier) {

  private static final SecureRandom RANDOM = new SecureRandom();

  static Pkce random() {
    return new Pkce(randomText());
  }

  /** Returns 256 random bits in base64url. */
  static String randomText() {
    byte[] bits = new byte[32];
    RANDOM.nextBytes(bits);
    return base64Url(bits);
  }

  /** Returns the S256 challenge (RFC 7636 section 4.2). */
  String challenge() {
    try {
      MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
      return base64Url(sha256.digest(verifier.getBytes(StandardCharsets.US_ASCII)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public String toString() {
    return "Pkce[****]";
  }

  private static String base64Url(byte[] bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }
}
