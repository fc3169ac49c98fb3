package co.tambo.auth.internal.sessions;

/** HKDF with SHA-256 (RFC 5869). */
final class Hkdf {

  private static final String HMAC = "HmacSHA256";
  private static final int HASH_BYTES = 32;

  private Hkdf() {}

  /** Returns a key of so many bytes. An empty salt stands for zeros (section 2.2). */
  static byte[] derive(byte[] secret, byte[] salt, byte[] info, int length) {
    byte[] extracted = Digests.hmac(HMAC, salt.length == 0 ? new byte[HASH_BYTES] : salt, secret);
    byte[] key = new byte[length];
    byte[] block = {};
    for (int i = 0; i * HASH_BYTES < length; i++) {
      block = Digests.hmac(HMAC, extracted, block, info, new byte[] {(byte) (i + 1)});
      int written = i * HASH_BYTES;
      System.arraycopy(block, 0, key, written, Math.min(HASH_BYTES, length - written));
    }
    return key;
  }
}
