package co.tambo.auth.internal.verify;

import co.tambo.auth.internal.config.ProviderSettings;
import co.tambo.auth.internal.jose.JwsAlgorithm;
import co.tambo.auth.internal.jose.KeyMaterial;
import co.tambo.auth.internal.jose.VerificationKey;
import co.tambo.auth.internal.keys.KeySource;
import co.tambo.auth.internal.time.TestTime;
import co.tambo.auth.internal.time.TimeSource;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.Key;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.Signature;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Signs whatever it is given, right or wrong.
 *
 * @param alg the algorithm's name in a header
 * @param publicKey what verifies; the secret itself for an HMAC
 */
record Signer(String alg, String jcaName, Key key, Key publicKey) {

  static final String ISSUER = "https://idp.example";

  static Signer rs256() {
    return asymmetric("RS256", "SHA256withRSA", "RSA", 2048);
  }

  static Signer es256() {
    return asymmetric("ES256", "SHA256withECDSAinP1363Format", "EC", 256);
  }

  static Signer edDsa() {
    return asymmetric("EdDSA", "Ed25519", "Ed25519", 255);
  }

  static Signer hs256() {
    byte[] secret = "a secret of these tests, 32 bytes or more".getBytes(StandardCharsets.UTF_8);
    SecretKeySpec key = new SecretKeySpec(secret, "HmacSHA256");
    return new Signer("HS256", "HmacSHA256", key, key);
  }

  private static Signer asymmetric(String alg, String jcaName, String type, int bits) {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance(type);
      generator.initialize(bits);
      KeyPair pair = generator.generateKeyPair();
      return new Signer(alg, jcaName, pair.getPrivate(), pair.getPublic());
    } catch (GeneralSecurityException e) {
      throw new AssertionError(e);
    }
  }

  /** Returns the keys that verify. */
  List<VerificationKey> keys() {
    if (key.equals(publicKey)) {
      return KeyMaterial.fromSecret(key.getEncoded(), Set.of(JwsAlgorithm.HS256)).keys();
    }
    String pem =
        "-----BEGIN PUBLIC KEY-----\n"
            + Base64.getEncoder().encodeToString(publicKey.getEncoded())
            + "\n-----END PUBLIC KEY-----";
    return KeyMaterial.fromConfiguredText(pem, Providers.ASYMMETRIC, new TestTime().now()).keys();
  }

  /** Returns a verifier for this key. */
  TokenVerifier verifier(TimeSource time) {
    return verifier(List.of(settings(ISSUER)), time);
  }

  static TokenVerifier verifier(List<ProviderSettings> providers, TimeSource time) {
    return TokenVerifier.signed(providers, provider -> KeySource.fixed(provider.keys()), time);
  }

  /** Returns the settings of a provider that signs with this key. */
  ProviderSettings settings(String issuer) {
    return key.equals(publicKey) ? Providers.hmac(issuer, keys()) : Providers.of(issuer, keys());
  }

  /** Returns a header that names the algorithm. */
  String header() {
    return "{\"alg\":\"" + alg + "\"}";
  }

  /** Returns a token with these parts, signed. */
  String token(String header, String payload) {
    String input = base64Url(utf8(header)) + "." + base64Url(utf8(payload));
    return input + "." + base64Url(signed(utf8(input)));
  }

  private byte[] signed(byte[] input) {
    try {
      if (key.equals(publicKey)) {
        Mac mac = Mac.getInstance(jcaName);
        mac.init(key);
        return mac.doFinal(input);
      }
      Signature signature = Signature.getInstance(jcaName);
      signature.initSign((PrivateKey) key);
      signature.update(input);
      return signature.sign();
    } catch (GeneralSecurityException e) {
      throw new AssertionError(e);
    }
  }

  static String base64Url(byte[] bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  @Override
  public String toString() {
    return alg;
  }
}
