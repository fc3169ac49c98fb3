package co.tambo.auth.internal.sessions;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;

/** A key that Auth.js derives from the application's secret. Never prints itself. */
final class SessionKey {

  private final ContentEncryption encryption;
  private final byte[] key;
  private final String kid;

  private SessionKey(ContentEncryption encryption, byte[] key) {
    this.encryption = encryption;
    this.key = key;
    this.kid = thumbprint(key);
  }

  /** Returns a key of version 5, which has one for each cookie and encryption. */
  static SessionKey ofCookie(String cookieName, ContentEncryption encryption, String secret) {
    String info = "Auth.js Generated Encryption Key (" + cookieName + ")";
    return derive(secret, cookieName, info, encryption);
  }

  /** Returns the one key of version 4. */
  static SessionKey ofVersion4(String secret) {
    return derive(secret, "", "NextAuth.js Generated Encryption Key", ContentEncryption.A256GCM);
  }

  private static SessionKey derive(
      String secret, String salt, String info, ContentEncryption encryption) {
    byte[] key = Hkdf.derive(utf8(secret), utf8(salt), utf8(info), encryption.keyBytes());
    return new SessionKey(encryption, key);
  }

  /** Returns the plaintext if this is the JWE's key. */
  Optional<byte[]> open(DirectJwe jwe) {
    return mayOpen(jwe.header()) ? encryption.opened(jwe, key) : Optional.empty();
  }

  private boolean mayOpen(JweHeader header) {
    return header.encryption() == encryption && (header.kid() == null || header.kid().equals(kid));
  }

  /** Returns the thumbprint (RFC 7638) by the hash that has as many bits as the key. */
  private static String thumbprint(byte[] key) {
    Base64.Encoder base64Url = Base64.getUrlEncoder().withoutPadding();
    String jwk = "{\"k\":\"" + base64Url.encodeToString(key) + "\",\"kty\":\"oct\"}";
    return base64Url.encodeToString(Digests.of("SHA-" + key.length * Byte.SIZE, utf8(jwk)));
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
