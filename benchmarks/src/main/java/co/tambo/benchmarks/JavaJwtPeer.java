package co.tambo.benchmarks;

import com.auth0.jwt.JWT;
import com.auth0.jwt.JWTVerifier;
import com.auth0.jwt.algorithms.Algorithm;
import java.security.GeneralSecurityException;
import java.security.Key;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.RSAPublicKey;

/** auth0's java-jwt. */
final class JavaJwtPeer {

  private JavaJwtPeer() {}

  static Verifier verifier(DemoIssuer issuer) throws GeneralSecurityException {
    JWTVerifier verifier =
        JWT.require(algorithm(issuer))
            .withIssuer(DemoIssuer.ISSUER)
            .withAudience(DemoIssuer.AUDIENCE)
            .withClaimPresence("sub")
            .withClaimPresence("exp")
            .build();
    return verifier::verify;
  }

  private static Algorithm algorithm(DemoIssuer issuer) throws GeneralSecurityException {
    Key key = issuer.key();
    return switch (issuer.algorithm()) {
      case RS256 -> Algorithm.RSA256((RSAPublicKey) key, null);
      case ES256 -> Algorithm.ECDSA256((ECPublicKey) key, null);
      default -> Algorithm.HMAC256(issuer.secret());
    };
  }
}
