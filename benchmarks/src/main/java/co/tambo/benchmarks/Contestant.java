package co.tambo.benchmarks;

import static co.tambo.auth.testing.SignatureAlgorithm.EDDSA;
import static co.tambo.auth.testing.SignatureAlgorithm.ES256;
import static co.tambo.auth.testing.SignatureAlgorithm.HS256;
import static co.tambo.auth.testing.SignatureAlgorithm.RS256;

import co.tambo.auth.testing.SignatureAlgorithm;
import java.util.List;
import java.util.Set;

/** Who is measured, and by which algorithms. All check signature, issuer, audience and expiry. */
enum Contestant {
  /** The verifier alone: the token's text in, claims and user out. */
  TAMBO("tambo-auth, verifier", Ours::verifier, RS256, ES256, EDDSA, HS256),
  /** The whole of a request: header in, decision out. */
  TAMBO_REQUEST("tambo-auth, request", Ours::request, RS256, ES256, EDDSA, HS256),
  NIMBUS("Nimbus DefaultJWTProcessor", NimbusPeers::processor, RS256, ES256, EDDSA, HS256),
  SPRING("Spring NimbusJwtDecoder", NimbusPeers::spring, RS256, ES256, HS256),
  SMALLRYE("SmallRye JWT", Jose4jPeers::smallrye, RS256, ES256, EDDSA, HS256),
  JAVA_JWT("auth0 java-jwt", JavaJwtPeer::verifier, RS256, ES256, HS256),
  JOSE4J("jose4j", Jose4jPeers::consumer, RS256, ES256, EDDSA, HS256),
  PAC4J("pac4j-jwt", Pac4jPeer::authenticator, RS256, ES256, HS256),
  CURITY("Curity oauth-filter", CurityPeer::validator, RS256);

  private final String title;

  @SuppressWarnings("ImmutableEnumChecker") // a maker holds nothing
  private final Verifier.Maker maker;

  @SuppressWarnings("ImmutableEnumChecker") // a copy
  private final Set<SignatureAlgorithm> algorithms;

  Contestant(String title, Verifier.Maker maker, SignatureAlgorithm... algorithms) {
    this.title = title;
    this.maker = maker;
    this.algorithms = Set.copyOf(List.of(algorithms));
  }

  /** Returns what tables call it. */
  String title() {
    return title;
  }

  boolean knows(SignatureAlgorithm algorithm) {
    return algorithms.contains(algorithm);
  }

  Verifier trusting(DemoIssuer issuer) throws Exception {
    return maker.of(issuer);
  }
}
