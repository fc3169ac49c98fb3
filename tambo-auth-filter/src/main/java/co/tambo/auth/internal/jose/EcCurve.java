package co.tambo.auth.internal.jose;

import java.math.BigInteger;
import java.security.AlgorithmParameters;
import java.security.GeneralSecurityException;
import java.security.spec.ECFieldFp;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.ECParameterSpec;
import java.security.spec.ECPoint;
import java.security.spec.EllipticCurve;
import java.util.Arrays;
import java.util.Optional;

/** The elliptic curves of RFC 7518 section 6.2.1.1, each with its one algorithm. */
enum EcCurve {
  P_256("P-256", "secp256r1", JwsAlgorithm.ES256),
  P_384("P-384", "secp384r1", JwsAlgorithm.ES384),
  P_521("P-521", "secp521r1", JwsAlgorithm.ES512);

  private final String crv;
  private final String platformName;
  private final JwsAlgorithm algorithm;

  EcCurve(String crv, String platformName, JwsAlgorithm algorithm) {
    this.crv = crv;
    this.platformName = platformName;
    this.algorithm = algorithm;
  }

  /** Returns the curve of a JWK's {@code crv}. */
  static Optional<EcCurve> named(String crv) {
    return Arrays.stream(values()).filter(curve -> curve.crv.equals(crv)).findFirst();
  }

  /** Returns the curve that has these parameters. */
  static Optional<EcCurve> of(ECParameterSpec parameters) throws GeneralSecurityException {
    for (EcCurve curve : values()) {
      ECParameterSpec own = curve.parameters();
      if (own.getCurve().equals(parameters.getCurve())
          && own.getGenerator().equals(parameters.getGenerator())
          && own.getOrder().equals(parameters.getOrder())) {
        return Optional.of(curve);
      }
    }
    return Optional.empty();
  }

  JwsAlgorithm algorithm() {
    return algorithm;
  }

  ECParameterSpec parameters() throws GeneralSecurityException {
    AlgorithmParameters parameters = AlgorithmParameters.getInstance("EC");
    parameters.init(new ECGenParameterSpec(platformName));
    return parameters.getParameterSpec(ECParameterSpec.class);
  }

  /** Returns whether y² = x³ + ax + b, both below p; the curves have no other weak points. */
  boolean contains(ECPoint point) throws GeneralSecurityException {
    ECParameterSpec parameters = parameters();
    BigInteger p = ((ECFieldFp) parameters.getCurve().getField()).getP();
    BigInteger x = point.getAffineX();
    BigInteger y = point.getAffineY();
    return x.compareTo(p) < 0 && y.compareTo(p) < 0 && solves(x, y, parameters.getCurve(), p);
  }

  private static boolean solves(BigInteger x, BigInteger y, EllipticCurve curve, BigInteger p) {
    BigInteger right = x.pow(2).add(curve.getA()).multiply(x).add(curve.getB());
    return y.pow(2).subtract(right).mod(p).signum() == 0;
  }
}
