package co.tambo.auth.internal.jose;

import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.ECPoint;
import java.security.spec.ECPublicKeySpec;
import java.security.spec.EdECPoint;
import java.security.spec.EdECPublicKeySpec;
import java.security.spec.NamedParameterSpec;
import java.security.spec.RSAPublicKeySpec;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A public key that met the rules of strength, whatever text it came in, and what it can check. */
record PublicMaterial(PublicKey key, Set<JwsAlgorithm> algorithms) {

  static final int MIN_RSA_BITS = 2048;
  static final int MAX_RSA_BITS = 8192;

  private static final int MAX_EXPONENT_BITS = 64;
  private static final BigInteger ED25519_PRIME =
      BigInteger.ONE.shiftLeft(255).subtract(BigInteger.valueOf(19));

  /** The y of the points whose order divides 8: anybody can sign for them. */
  private static final Set<BigInteger> SMALL_ORDER =
      Set.of(
          BigInteger.ZERO,
          BigInteger.ONE,
          ED25519_PRIME.subtract(BigInteger.ONE),
          new BigInteger("5fc536d880238b13933c6d305acdfd5f098eff289f4c345b027b2c28f95e826", 16),
          new BigInteger("7a03ac9277fdc74ec6cc392cfa53202a0f67100d760b3cba4fd84d3d706a17c7", 16));

  static PublicMaterial rsa(BigInteger modulus, BigInteger exponent)
      throws UnfitKeyException, GeneralSecurityException {
    require(modulus.bitLength() >= MIN_RSA_BITS, "its RSA modulus has fewer than 2048 bits");
    require(modulus.bitLength() <= MAX_RSA_BITS, "its RSA modulus has more than 8192 bits");
    require(modulus.testBit(0), "its RSA modulus is even");
    require(
        exponent.testBit(0)
            && exponent.compareTo(BigInteger.ONE) > 0
            && exponent.bitLength() <= MAX_EXPONENT_BITS,
        "its RSA exponent is not an odd number from 3 on, of at most 64 bits");
    require(!RocaFingerprint.marks(modulus), "its RSA modulus is of a flawed make (ROCA)");
    return new PublicMaterial(
        KeyFactory.getInstance("RSA").generatePublic(new RSAPublicKeySpec(modulus, exponent)),
        EnumSet.range(JwsAlgorithm.RS256, JwsAlgorithm.PS512));
  }

  static PublicMaterial ec(EcCurve curve, ECPoint point)
      throws UnfitKeyException, GeneralSecurityException {
    require(curve.contains(point), "its point is not on its curve");
    return new PublicMaterial(
        KeyFactory.getInstance("EC").generatePublic(new ECPublicKeySpec(point, curve.parameters())),
        EnumSet.of(curve.algorithm()));
  }

  static PublicMaterial ed25519(EdECPoint point)
      throws UnfitKeyException, GeneralSecurityException {
    require(
        point.getY().compareTo(ED25519_PRIME) < 0 && !SMALL_ORDER.contains(point.getY()),
        "its Ed25519 point is of small order or not canonical");
    PublicKey key =
        KeyFactory.getInstance("Ed25519")
            .generatePublic(new EdECPublicKeySpec(NamedParameterSpec.ED25519, point));
    Signature.getInstance("Ed25519").initVerify(key);
    return new PublicMaterial(key, EnumSet.of(JwsAlgorithm.EDDSA));
  }

  /** Returns this material for some algorithms only; that none is left has a reason. */
  PublicMaterial restrictedTo(Set<JwsAlgorithm> some, String otherwise) throws UnfitKeyException {
    EnumSet<JwsAlgorithm> left = EnumSet.copyOf(algorithms);
    left.retainAll(some);
    require(!left.isEmpty(), otherwise);
    return new PublicMaterial(key, left);
  }

  /** Returns the key that this material makes under the allow-list. */
  VerificationKey named(@Nullable String kid, Set<JwsAlgorithm> allowed) throws UnfitKeyException {
    PublicMaterial permitted = restrictedTo(allowed, "none of its algorithms is allowed");
    return new VerificationKey(kid, key, permitted.algorithms);
  }

  private static void require(boolean met, String otherwise) throws UnfitKeyException {
    if (!met) {
      throw new UnfitKeyException(otherwise);
    }
  }
}
