package co.tambo.auth.testing;

import java.security.GeneralSecurityException;
import java.security.Key;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.interfaces.ECKey;
import java.security.interfaces.EdECKey;
import java.security.interfaces.RSAKey;
import java.security.spec.AlgorithmParameterSpec;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.NamedParameterSpec;
import java.security.spec.RSAKeyGenParameterSpec;

/** The types of keys that sign. */
enum KeyType {
  RSA("RSA", new RSAKeyGenParameterSpec(2048, RSAKeyGenParameterSpec.F4)),
  P256("EC", new ECGenParameterSpec("secp256r1")),
  P384("EC", new ECGenParameterSpec("secp384r1")),
  P521("EC", new ECGenParameterSpec("secp521r1")),
  ED25519("Ed25519", NamedParameterSpec.ED25519);

  private final String jcaName;

  @SuppressWarnings("ImmutableEnumChecker") // the specs of the JDK do not change
  private final AlgorithmParameterSpec spec;

  KeyType(String jcaName, AlgorithmParameterSpec spec) {
    this.jcaName = jcaName;
    this.spec = spec;
  }

  boolean describes(Key key) {
    return switch (this) {
      case RSA -> key instanceof RSAKey;
      case P256 -> key instanceof ECKey ec && fieldSize(ec) == 256;
      case P384 -> key instanceof ECKey ec && fieldSize(ec) == 384;
      case P521 -> key instanceof ECKey ec && fieldSize(ec) == 521;
      case ED25519 -> key instanceof EdECKey;
    };
  }

  private static int fieldSize(ECKey key) {
    return key.getParams().getCurve().getField().getFieldSize();
  }

  /** Returns the curve's name in a JWK; empty for RSA. */
  String curve() {
    return switch (this) {
      case RSA -> "";
      case P256 -> "P-256";
      case P384 -> "P-384";
      case P521 -> "P-521";
      case ED25519 -> "Ed25519";
    };
  }

  KeyPair generate() {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance(jcaName);
      generator.initialize(spec);
      return generator.generateKeyPair();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }
}
