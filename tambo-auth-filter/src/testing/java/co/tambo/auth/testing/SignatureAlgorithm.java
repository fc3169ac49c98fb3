package co.tambo.auth.testing;

import java.security.GeneralSecurityException;
import java.security.Key;
import java.security.MessageDigest;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.MGF1ParameterSpec;
import java.security.spec.PSSParameterSpec;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.SecretKey;
import org.jspecify.annotations.Nullable;

/**
 * The signature algorithms of RFC 7518 section 3.1 and RFC 8037, signed and checked by the JDK
 * alone.
 */
public enum SignatureAlgorithm {
  HS256("HmacSHA256", null),
  HS384("HmacSHA384", null),
  HS512("HmacSHA512", null),
  RS256("SHA256withRSA", KeyType.RSA),
  RS384("SHA384withRSA", KeyType.RSA),
  RS512("SHA512withRSA", KeyType.RSA),
  PS256("RSASSA-PSS", KeyType.RSA),
  PS384("RSASSA-PSS", KeyType.RSA),
  PS512("RSASSA-PSS", KeyType.RSA),
  ES256("SHA256withECDSAinP1363Format", KeyType.P256),
  ES384("SHA384withECDSAinP1363Format", KeyType.P384),
  ES512("SHA512withECDSAinP1363Format", KeyType.P521),
  EDDSA("Ed25519", KeyType.ED25519);

  private final String jcaName;
  private final @Nullable KeyType keyType;

  SignatureAlgorithm(String jcaName, @Nullable KeyType keyType) {
    this.jcaName = jcaName;
    this.keyType = keyType;
  }

  /** Returns the value of a JWS header's {@code alg}. */
  public String headerValue() {
    return this == EDDSA ? "EdDSA" : name();
  }

  /** Returns the algorithm with that {@code alg}, if it is one of these. */
  static Optional<SignatureAlgorithm> ofHeader(@Nullable Object alg) {
    for (SignatureAlgorithm algorithm : values()) {
      if (algorithm.headerValue().equals(alg)) {
        return Optional.of(algorithm);
      }
    }
    return Optional.empty();
  }

  /** Returns the type of key that signs. */
  KeyType keyType() {
    if (keyType == null) {
      throw new IllegalStateException(name() + " needs a secret: call secret(…)");
    }
    return keyType;
  }

  boolean symmetric() {
    return keyType == null;
  }

  /** Returns whether a key is of the type, and on the curve, that the algorithm needs. */
  boolean fits(Key key) {
    return keyType == null ? key instanceof SecretKey : keyType.describes(key);
  }

  byte[] sign(Key key, byte[] message) {
    try {
      if (key instanceof SecretKey secret) {
        return mac(secret, message);
      }
      Signature signature = signature();
      signature.initSign((PrivateKey) key);
      signature.update(message);
      return signature.sign();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  boolean verify(Key key, byte[] message, byte[] made) {
    try {
      if (key instanceof SecretKey secret) {
        return MessageDigest.isEqual(mac(secret, message), made);
      }
      Signature signature = signature();
      signature.initVerify((PublicKey) key);
      signature.update(message);
      return signature.verify(made);
    } catch (GeneralSecurityException e) {
      return false;
    }
  }

  private byte[] mac(SecretKey secret, byte[] message) throws GeneralSecurityException {
    Mac mac = Mac.getInstance(jcaName);
    mac.init(secret);
    return mac.doFinal(message);
  }

  private Signature signature() throws GeneralSecurityException {
    Signature signature = Signature.getInstance(jcaName);
    switch (this) {
      case PS256 -> signature.setParameter(pss("SHA-256", MGF1ParameterSpec.SHA256, 32));
      case PS384 -> signature.setParameter(pss("SHA-384", MGF1ParameterSpec.SHA384, 48));
      case PS512 -> signature.setParameter(pss("SHA-512", MGF1ParameterSpec.SHA512, 64));
      default -> {}
    }
    return signature;
  }

  private static PSSParameterSpec pss(String digest, MGF1ParameterSpec mask, int saltLength) {
    return new PSSParameterSpec(
        digest, "MGF1", mask, saltLength, PSSParameterSpec.TRAILER_FIELD_BC);
  }
}
