package co.tambo.auth.internal.sessions;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The content encryptions of Auth.js (RFC 7518 section 5). */
enum ContentEncryption {
  /** Since version 5. */
  A256CBC_HS512("A256CBC-HS512", 64, 16, 32) {
    @Override
    Optional<byte[]> opened(DirectJwe jwe, byte[] key) {
      byte[] macKey = Arrays.copyOf(key, 32);
      byte[] cipherKey = Arrays.copyOfRange(key, 32, 64);
      byte[] additional = jwe.additionalData();
      byte[] additionalBits =
          ByteBuffer.allocate(Long.BYTES).putLong((long) additional.length * Byte.SIZE).array();
      byte[] mac =
          Digests.hmac(
              "HmacSHA512", macKey, additional, jwe.iv(), jwe.ciphertext(), additionalBits);
      return MessageDigest.isEqual(Arrays.copyOf(mac, tagBytes()), jwe.tag())
          ? Aes.cbc(cipherKey, jwe.iv(), jwe.ciphertext())
          : Optional.empty();
    }
  },
  /** Up to version 4. */
  A256GCM("A256GCM", 32, 12, Aes.GCM_TAG_BYTES) {
    @Override
    Optional<byte[]> opened(DirectJwe jwe, byte[] key) {
      byte[] sealed =
          ByteBuffer.allocate(jwe.ciphertext().length + jwe.tag().length)
              .put(jwe.ciphertext())
              .put(jwe.tag())
              .array();
      return Aes.gcm(key, jwe.iv(), jwe.additionalData(), sealed);
    }
  };

  private final String enc;
  private final int keyBytes;
  private final int ivBytes;
  private final int tagBytes;

  ContentEncryption(String enc, int keyBytes, int ivBytes, int tagBytes) {
    this.enc = enc;
    this.keyBytes = keyBytes;
    this.ivBytes = ivBytes;
    this.tagBytes = tagBytes;
  }

  static Optional<ContentEncryption> of(@Nullable Object enc) {
    return Arrays.stream(values()).filter(encryption -> encryption.enc.equals(enc)).findFirst();
  }

  int keyBytes() {
    return keyBytes;
  }

  int tagBytes() {
    return tagBytes;
  }

  /** Returns whether the vector and the tag have the one length that they can have. */
  boolean fits(byte[] iv, byte[] tag) {
    return iv.length == ivBytes && tag.length == tagBytes;
  }

  /** Returns the plaintext if the key made the tag. */
  abstract Optional<byte[]> opened(DirectJwe jwe, byte[] key);
}
