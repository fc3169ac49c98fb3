package co.tambo.auth.testing;

import java.math.BigInteger;
import java.security.PublicKey;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.RSAPublicKey;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Public keys as JSON Web Keys (RFC 7517, RFC 7518 section 6, RFC 8037). */
final class PublicJwk {

  private static final Base64.Encoder BASE64URL = Base64.getUrlEncoder().withoutPadding();

  private PublicJwk() {}

  /** Returns the members that describe the key alone. */
  static Map<String, @Nullable Object> of(PublicKey key) {
    if (key instanceof RSAPublicKey rsa) {
      return rsa(rsa);
    }
    if (key instanceof ECPublicKey ec) {
      return ec(ec);
    }
    return ed25519(key);
  }

  /** Returns the key for signatures of one algorithm, as issuers publish it. */
  static Map<String, @Nullable Object> of(PublicKey key, String kid, SignatureAlgorithm algorithm) {
    Map<String, @Nullable Object> jwk = of(key);
    jwk.put("kid", kid);
    jwk.put("use", "sig");
    jwk.put("alg", algorithm.headerValue());
    return jwk;
  }

  private static Map<String, @Nullable Object> rsa(RSAPublicKey key) {
    Map<String, @Nullable Object> jwk = new LinkedHashMap<>();
    jwk.put("kty", "RSA");
    jwk.put("n", unsigned(key.getModulus(), (key.getModulus().bitLength() + 7) / 8));
    jwk.put("e", unsigned(key.getPublicExponent(), 3));
    return jwk;
  }

  private static Map<String, @Nullable Object> ec(ECPublicKey key) {
    int bits = key.getParams().getCurve().getField().getFieldSize();
    Map<String, @Nullable Object> jwk = new LinkedHashMap<>();
    jwk.put("kty", "EC");
    jwk.put("crv", "P-" + bits);
    jwk.put("x", unsigned(key.getW().getAffineX(), (bits + 7) / 8));
    jwk.put("y", unsigned(key.getW().getAffineY(), (bits + 7) / 8));
    return jwk;
  }

  private static Map<String, @Nullable Object> ed25519(PublicKey key) {
    byte[] spki = key.getEncoded();
    Map<String, @Nullable Object> jwk = new LinkedHashMap<>();
    jwk.put("kty", "OKP");
    jwk.put("crv", "Ed25519");
    jwk.put("x", BASE64URL.encodeToString(Arrays.copyOfRange(spki, spki.length - 32, spki.length)));
    return jwk;
  }

  private static String unsigned(BigInteger number, int length) {
    byte[] signed = number.toByteArray();
    byte[] exact = new byte[length];
    int copied = Math.min(signed.length, length);
    System.arraycopy(signed, signed.length - copied, exact, length - copied, copied);
    return BASE64URL.encodeToString(exact);
  }
}
