package co.tambo.auth.internal.sessions;

import java.security.GeneralSecurityException;
import java.security.spec.AlgorithmParameterSpec;
import java.util.Optional;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/** Decryption with AES. Whatever is wrong, the answer is the same: nothing. */
final class Aes {

  static final int GCM_TAG_BYTES = 16;

  private Aes() {}

  /** Decrypts what was authenticated before; otherwise its padding would be an oracle. */
  static Optional<byte[]> cbc(byte[] key, byte[] iv, byte[] authenticated) {
    try {
      Cipher cipher = cipher("AES/CBC/PKCS5Padding", key, new IvParameterSpec(iv));
      return Optional.of(cipher.doFinal(authenticated));
    } catch (GeneralSecurityException e) {
      return Optional.empty();
    }
  }

  /**
   * Authenticates and decrypts.
   *
   * @param sealed the ciphertext and, behind it, the tag of {@link #GCM_TAG_BYTES}
   */
  static Optional<byte[]> gcm(byte[] key, byte[] iv, byte[] additional, byte[] sealed) {
    try {
      GCMParameterSpec parameters = new GCMParameterSpec(GCM_TAG_BYTES * Byte.SIZE, iv);
      Cipher cipher = cipher("AES/GCM/NoPadding", key, parameters);
      cipher.updateAAD(additional);
      return Optional.of(cipher.doFinal(sealed));
    } catch (GeneralSecurityException e) {
      return Optional.empty();
    }
  }

  private static Cipher cipher(String transformation, byte[] key, AlgorithmParameterSpec parameters)
      throws GeneralSecurityException {
    Cipher cipher = Cipher.getInstance(transformation);
    cipher.init(Cipher.DECRYPT_MODE, new SecretKeySpec(key, "AES"), parameters);
    return cipher;
  }
}
