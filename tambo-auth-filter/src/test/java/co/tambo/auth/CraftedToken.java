package co.tambo.auth;

import co.tambo.auth.internal.time.TimeSource;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.security.spec.AlgorithmParameterSpec;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.NamedParameterSpec;
import java.security.spec.RSAKeyGenParameterSpec;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Tokens of which every byte can be chosen, and the keys that sign them. */
final class CraftedToken {

  static final String ISSUER = "https://idp.example/a";
  static final String AUDIENCE = "demo";
  static final KeyPair RSA =
      pair("RSA", new RSAKeyGenParameterSpec(2048, RSAKeyGenParameterSpec.F4));
  static final KeyPair P256 = pair("EC", new ECGenParameterSpec("secp256r1"));
  static final KeyPair ED25519 = pair("Ed25519", NamedParameterSpec.ED25519);
  static final String RS256 = "{\"alg\":\"RS256\",\"typ\":\"JWT\"}";

  private CraftedToken() {}

  /** Returns the public keys as three PEM blocks. */
  static String publicKeys() {
    return pem(RSA, "\n") + pem(P256, "\n") + pem(ED25519, "\n");
  }

  static String pem(KeyPair pair, String lineEnd) {
    return "-----BEGIN PUBLIC KEY-----"
        + lineEnd
        + Base64.getMimeEncoder(64, lineEnd.getBytes(StandardCharsets.US_ASCII))
            .encodeToString(pair.getPublic().getEncoded())
        + lineEnd
        + "-----END PUBLIC KEY-----"
        + lineEnd;
  }

  /** Returns good claims of alice, with more members behind them. */
  static String claims(String... more) {
    return claimsWithout("", more);
  }

  /** Returns good claims but for one name, with more members behind them. */
  static String claimsWithout(String name, String... more) {
    StringBuilder claims = new StringBuilder("{\"x\":1");
    add(claims, name, "iss", "\"" + ISSUER + "\"");
    add(claims, name, "sub", "\"alice\"");
    add(claims, name, "aud", "\"" + AUDIENCE + "\"");
    add(claims, name, "exp", Long.toString(now() + 600));
    for (String member : more) {
      claims.append(',').append(member);
    }
    return claims.append('}').toString();
  }

  private static void add(StringBuilder claims, String without, String name, String value) {
    if (!name.equals(without)) {
      claims.append(",\"").append(name).append("\":").append(value);
    }
  }

  static long now() {
    return TimeSource.system().now().getEpochSecond();
  }

  /** Returns a token that RSA signed. */
  static String signed(String header, String claims) {
    return signed(header, utf8(claims));
  }

  static String signed(String header, byte[] claims) {
    return signed("SHA256withRSA", RSA, header, claims);
  }

  static String signed(String algorithm, KeyPair pair, String header, byte[] claims) {
    String input = encoded(utf8(header)) + "." + encoded(claims);
    return input + "." + encoded(signature(algorithm, pair, input));
  }

  static byte[] signature(String algorithm, KeyPair pair, String input) {
    try {
      Signature signature = Signature.getInstance(algorithm);
      signature.initSign(pair.getPrivate());
      signature.update(input.getBytes(StandardCharsets.ISO_8859_1));
      return signature.sign();
    } catch (GeneralSecurityException e) {
      throw new AssertionError(e);
    }
  }

  /** Returns a token with a MAC under any secret. */
  static String keyed(String bits, byte[] secret, String claims) {
    String input = encoded(utf8("{\"alg\":\"HS" + bits + "\"}")) + "." + encoded(utf8(claims));
    try {
      Mac mac = Mac.getInstance("HmacSHA" + bits);
      mac.init(new SecretKeySpec(secret, "oct"));
      return input + "." + encoded(mac.doFinal(utf8(input)));
    } catch (GeneralSecurityException e) {
      throw new AssertionError(e);
    }
  }

  static String encoded(String text) {
    return encoded(utf8(text));
  }

  static String encoded(byte[] bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
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
}
