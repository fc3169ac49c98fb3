package co.tambo.auth.internal.jose;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.Key;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.EdECPublicKey;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.AlgorithmParameterSpec;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.MGF1ParameterSpec;
import java.security.spec.NamedParameterSpec;
import java.security.spec.PSSParameterSpec;
import java.security.spec.RSAKeyGenParameterSpec;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/** Keys made for a test run, their JWKs, and tokens that they sign. */
final class TestKeys {

  static final KeyPair RSA = rsa(2048);
  static final KeyPair P256 = pair("EC", new ECGenParameterSpec("secp256r1"));
  static final KeyPair P384 = pair("EC", new ECGenParameterSpec("secp384r1"));
  static final KeyPair P521 = pair("EC", new ECGenParameterSpec("secp521r1"));
  static final KeyPair ED25519 = pair("Ed25519", NamedParameterSpec.ED25519);
  static final byte[] SECRET = Arrays.copyOfRange(RSA.getPublic().getEncoded(), 64, 128);

  private TestKeys() {}

  static KeyPair rsa(int bits) {
    return pair("RSA", new RSAKeyGenParameterSpec(bits, RSAKeyGenParameterSpec.F4));
  }

  static KeyPair pair(String type, AlgorithmParameterSpec parameters) {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance(type);
      generator.initialize(parameters);
      return generator.generateKeyPair();
    } catch (GeneralSecurityException e) {
      throw new AssertionError(e);
    }
  }

  /** Returns the key that signs for an algorithm. */
  static KeyPair pairOf(JwsAlgorithm algorithm) {
    return switch (algorithm) {
      case ES256 -> P256;
      case ES384 -> P384;
      case ES512 -> P521;
      case EDDSA -> ED25519;
      default -> RSA;
    };
  }

  /** Returns the public JWK, open to further members. */
  static Map<String, @Nullable Object> jwk(KeyPair pair) {
    Map<String, @Nullable Object> jwk = new LinkedHashMap<>();
    if (pair.getPublic() instanceof RSAPublicKey rsa) {
      jwk.put("kty", "RSA");
      jwk.put("n", base64url(unsigned(rsa.getModulus(), rsa.getModulus().bitLength())));
      jwk.put("e", base64url(unsigned(rsa.getPublicExponent(), 17)));
    } else if (pair.getPublic() instanceof ECPublicKey ec) {
      int bits = ec.getParams().getCurve().getField().getFieldSize();
      jwk.put("kty", "EC");
      jwk.put("crv", "P-" + bits);
      jwk.put("x", base64url(unsigned(ec.getW().getAffineX(), bits)));
      jwk.put("y", base64url(unsigned(ec.getW().getAffineY(), bits)));
    } else if (pair.getPublic() instanceof EdECPublicKey) {
      byte[] spki = pair.getPublic().getEncoded();
      jwk.put("kty", "OKP");
      jwk.put("crv", "Ed25519");
      jwk.put("x", base64url(Arrays.copyOfRange(spki, spki.length - 32, spki.length)));
    }
    return jwk;
  }

  static String pem(String label, byte[] der) {
    return "-----BEGIN "
        + label
        + "-----\n"
        + Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(der)
        + "\n-----END "
        + label
        + "-----\n";
  }

  /** Returns a token with this header, signed as the algorithm does it. */
  static String token(String header, JwsAlgorithm algorithm, Key key) {
    String input = base64url(header) + "." + base64url("{\"sub\":\"alice\"}");
    byte[] message = input.getBytes(StandardCharsets.US_ASCII);
    return input + "." + base64url(sign(algorithm, key, message));
  }

  static byte[] sign(JwsAlgorithm algorithm, Key key, byte[] message) {
    try {
      if (algorithm.symmetric()) {
        Mac mac = Mac.getInstance("HmacSHA" + algorithm.hashBits());
        mac.init(key);
        return mac.doFinal(message);
      }
      Signature signature = signature(algorithm);
      signature.initSign((PrivateKey) key);
      signature.update(message);
      return signature.sign();
    } catch (GeneralSecurityException e) {
      throw new AssertionError(e);
    }
  }

  private static Signature signature(JwsAlgorithm algorithm) throws GeneralSecurityException {
    int bits = algorithm.hashBits();
    String hash = "SHA-" + bits;
    if (algorithm.name().startsWith("PS")) {
      Signature pss = Signature.getInstance("RSASSA-PSS");
      pss.setParameter(
          new PSSParameterSpec(hash, "MGF1", new MGF1ParameterSpec(hash), bits / 8, 1));
      return pss;
    }
    return Signature.getInstance(
        switch (algorithm.name().substring(0, 2)) {
          case "RS" -> "SHA" + bits + "withRSA";
          case "ES" -> "SHA" + bits + "withECDSAinP1363Format";
          default -> "Ed25519";
        });
  }

  static Key secret() {
    return new SecretKeySpec(SECRET, "oct");
  }

  static String base64url(String text) {
    return base64url(text.getBytes(StandardCharsets.UTF_8));
  }

  static String base64url(byte[] bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  static byte[] unsigned(BigInteger number, int bits) {
    byte[] signed = number.toByteArray();
    byte[] unsigned = new byte[(bits + 7) / 8];
    int length = Math.min(signed.length, unsigned.length);
    System.arraycopy(signed, signed.length - length, unsigned, unsigned.length - length, length);
    return unsigned;
  }
}
