package co.tambo.auth.internal.jose;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.List;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * A shared secret that signs tokens with HS256 (RFC 7518 section 3.2). Immutable, thread-safe;
 * equal to another of the same text. Never prints itself.
 */
public final class SigningSecret {

  /** The shortest secret that Tambo holds, in characters. */
  static final int MIN_CHARACTERS = 32;

  private static final String HMAC = "HmacSHA256";
  private static final String HEADER = encoded(utf8("{\"alg\":\"HS256\",\"typ\":\"JWT\"}"));

  private final SecretKeySpec key;

  private SigningSecret(SecretKeySpec key) {
    this.key = key;
  }

  /**
   * Returns the secret of a text, its UTF-8 bytes.
   *
   * @throws IllegalArgumentException naming a weakness, without the text
   */
  public static SigningSecret of(String text) {
    List<String> weaknesses = weaknesses(text);
    if (!weaknesses.isEmpty()) {
      throw new IllegalArgumentException(String.join(" ", weaknesses));
    }
    return new SigningSecret(new SecretKeySpec(utf8(text), HMAC));
  }

  /** Returns what is wrong with a text as a secret, one sentence each. */
  public static List<String> weaknesses(String text) {
    return text.length() < MIN_CHARACTERS
        ? List.of("The secret has " + text.length() + " characters; Tambo needs 32.")
        : SharedSecret.weaknesses(utf8(text));
  }

  /** Returns a JWS in compact serialisation (RFC 7515 section 7.1) of a JSON payload. */
  public String sign(String payload) {
    String signingInput = HEADER + "." + encoded(utf8(payload));
    return signingInput + "." + encoded(mac(utf8(signingInput)));
  }

  /** Returns a MAC of a SHA-256, which no signing input is; it tells secrets apart. */
  public byte[] distinguish(byte[] digest) {
    return mac(digest);
  }

  /** Returns whether a key that verifies tokens is this very secret. */
  public boolean isSameAs(VerificationKey other) {
    return other.isSecret(key.getEncoded());
  }

  private byte[] mac(byte[] message) {
    try {
      Mac mac = Mac.getInstance(HMAC);
      mac.init(key);
      return mac.doFinal(message);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java platform has " + HMAC, e);
    }
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static String encoded(byte[] bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof SigningSecret that && key.equals(that.key);
  }

  @Override
  public int hashCode() {
    return key.hashCode();
  }

  @Override
  public String toString() {
    return "SigningSecret[****]";
  }
}
