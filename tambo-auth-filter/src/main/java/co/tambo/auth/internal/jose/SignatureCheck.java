package co.tambo.auth.internal.jose;

import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.Key;
import java.security.MessageDigest;
import java.security.PublicKey;
import java.security.Signature;
import java.security.interfaces.ECPublicKey;
import java.security.spec.MGF1ParameterSpec;
import java.security.spec.PSSParameterSpec;
import java.util.Arrays;
import javax.crypto.Mac;

/** One algorithm's check of a signature, by the platform's own cryptography. Thread-safe. */
@FunctionalInterface
interface SignatureCheck {

  /** The length of a key, and of each half of a signature. */
  int ED25519_BYTES = 32;

  /** Returns whether the key made the signature over the message; throws for a malformed one. */
  boolean accepts(Key key, byte[] message, byte[] signature) throws GeneralSecurityException;

  /** Returns the check of a MAC (RFC 7518 section 3.2), in constant time. */
  static SignatureCheck hmac(int hashBits) {
    return (key, message, signature) -> {
      Mac mac = Mac.getInstance("HmacSHA" + hashBits);
      mac.init(key);
      return MessageDigest.isEqual(mac.doFinal(message), signature);
    };
  }

  /** Returns the check of an RSASSA-PKCS1-v1_5 signature (RFC 7518 section 3.3). */
  static SignatureCheck rsaPkcs1(int hashBits) {
    return (key, message, signature) ->
        accepts(Signature.getInstance("SHA" + hashBits + "withRSA"), key, message, signature);
  }

  /** Returns the check of an RSASSA-PSS signature (RFC 7518 section 3.5). */
  static SignatureCheck rsaPss(int hashBits) {
    String hash = "SHA-" + hashBits;
    PSSParameterSpec parameters =
        new PSSParameterSpec(hash, "MGF1", new MGF1ParameterSpec(hash), hashBits / Byte.SIZE, 1);
    return (key, message, signature) -> {
      Signature check = Signature.getInstance("RSASSA-PSS");
      check.setParameter(parameters);
      return accepts(check, key, message, signature);
    };
  }

  /** Returns the check of an ECDSA signature (RFC 7518 section 3.4): r and s, never DER. */
  static SignatureCheck ecdsa(int hashBits) {
    String name = "SHA" + hashBits + "withECDSAinP1363Format";
    return (key, message, signature) ->
        inRange(signature, ((ECPublicKey) key).getParams().getOrder())
            && accepts(Signature.getInstance(name), key, message, signature);
  }

  /**
   * Returns the check of an Ed25519 signature (RFC 8037 section 3.1). Some platforms overlook bytes
   * behind the signature.
   */
  static SignatureCheck ed25519(int hashBits) {
    return (key, message, signature) ->
        signature.length == 2 * ED25519_BYTES
            && accepts(Signature.getInstance("Ed25519"), key, message, signature);
  }

  private static boolean accepts(Signature check, Key key, byte[] message, byte[] signature)
      throws GeneralSecurityException {
    check.initVerify((PublicKey) key);
    check.update(message);
    return check.verify(signature);
  }

  /** Platforms before CVE-2022-21449 was mended took r = s = 0 for a signature of anything. */
  private static boolean inRange(byte[] signature, BigInteger order) {
    int size = (order.bitLength() + 7) / 8;
    return signature.length == 2 * size
        && inRange(new BigInteger(1, Arrays.copyOf(signature, size)), order)
        && inRange(new BigInteger(1, Arrays.copyOfRange(signature, size, 2 * size)), order);
  }

  private static boolean inRange(BigInteger number, BigInteger order) {
    return number.signum() > 0 && number.compareTo(order) < 0;
  }
}
