package co.tambo.auth.internal.config;

import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.security.PublicKey;
import java.util.Base64;

/** Public keys as PEM. */
final class TestKeys {

  static final String RSA = pem("RSA");
  static final String ED25519 = pem("Ed25519");

  private TestKeys() {}

  private static String pem(String algorithm) {
    Base64.Encoder lines = Base64.getMimeEncoder(64, new byte[] {'\n'});
    return "-----BEGIN PUBLIC KEY-----\n"
        + lines.encodeToString(generate(algorithm).getEncoded())
        + "\n-----END PUBLIC KEY-----\n";
  }

  private static PublicKey generate(String algorithm) {
    try {
      return KeyPairGenerator.getInstance(algorithm).generateKeyPair().getPublic();
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
