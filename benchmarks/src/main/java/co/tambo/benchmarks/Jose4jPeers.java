package co.tambo.benchmarks;

import io.smallrye.jwt.algorithm.SignatureAlgorithm;
import io.smallrye.jwt.auth.principal.DefaultJWTCallerPrincipalFactory;
import io.smallrye.jwt.auth.principal.JWTAuthContextInfo;
import java.security.Key;
import java.security.PublicKey;
import java.util.Set;
import javax.crypto.SecretKey;
import org.jose4j.jwa.AlgorithmConstraints;
import org.jose4j.jwa.AlgorithmConstraints.ConstraintType;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.jwt.consumer.JwtConsumer;
import org.jose4j.jwt.consumer.JwtConsumerBuilder;
import org.jose4j.keys.resolvers.JwksVerificationKeyResolver;

/** jose4j, and SmallRye JWT, which stands on it. */
final class Jose4jPeers {

  private Jose4jPeers() {}

  static Verifier consumer(DemoIssuer issuer) throws Exception {
    JwtConsumerBuilder builder =
        new JwtConsumerBuilder()
            .setRequireExpirationTime()
            .setRequireSubject()
            .setExpectedIssuer(DemoIssuer.ISSUER)
            .setExpectedAudience(DemoIssuer.AUDIENCE)
            .setJwsAlgorithmConstraints(
                new AlgorithmConstraints(ConstraintType.PERMIT, issuer.algorithm().headerValue()));
    if (issuer.symmetric()) {
      builder.setVerificationKey(issuer.key());
    } else {
      JsonWebKeySet keys = new JsonWebKeySet(issuer.keySet());
      builder.setVerificationKeyResolver(new JwksVerificationKeyResolver(keys.getJsonWebKeys()));
    }
    JwtConsumer consumer = builder.build();
    return consumer::processToClaims;
  }

  static Verifier smallrye(DemoIssuer issuer) throws Exception {
    Key key = issuer.key();
    JWTAuthContextInfo info =
        key instanceof SecretKey secret
            ? new JWTAuthContextInfo(secret, DemoIssuer.ISSUER)
            : new JWTAuthContextInfo((PublicKey) key, DemoIssuer.ISSUER);
    info.setExpectedAudience(Set.of(DemoIssuer.AUDIENCE));
    info.setSignatureAlgorithm(
        Set.of(SignatureAlgorithm.fromAlgorithm(issuer.algorithm().headerValue())));
    info.setGroupsPath("realm_access/roles");
    DefaultJWTCallerPrincipalFactory factory = new DefaultJWTCallerPrincipalFactory();
    return token -> factory.parse(token, info);
  }
}
