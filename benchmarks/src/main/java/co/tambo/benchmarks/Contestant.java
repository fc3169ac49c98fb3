package co.tambo.benchmarks;

import static co.tambo.auth.testing.SignatureAlgorithm.EDDSA;
import static co.tambo.auth.testing.SignatureAlgorithm.ES256;
import static co.tambo.auth.testing.SignatureAlgorithm.HS256;
import static co.tambo.auth.testing.SignatureAlgorithm.RS256;

import co.tambo.auth.testing.SignatureAlgorithm;
import java.security.CodeSource;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Who is measured, and by which algorithms. All check signature, issuer, audience and expiry. */
enum Contestant {
  /** The verifier alone: the token's text in, claims and user out. */
  TAMBO(
      "tambo-auth, verifier",
      co.tambo.auth.TamboAuthenticator.class,
      Ours::verifier,
      RS256,
      ES256,
      EDDSA,
      HS256),
  /** The whole of a request: header in, decision out. */
  TAMBO_REQUEST(
      "tambo-auth, request",
      co.tambo.auth.TamboAuthenticator.class,
      Ours::request,
      RS256,
      ES256,
      EDDSA,
      HS256),
  NIMBUS(
      "Nimbus DefaultJWTProcessor",
      com.nimbusds.jwt.proc.DefaultJWTProcessor.class,
      NimbusPeers::processor,
      RS256,
      ES256,
      EDDSA,
      HS256),
  SPRING(
      "Spring NimbusJwtDecoder",
      org.springframework.security.oauth2.jwt.NimbusJwtDecoder.class,
      NimbusPeers::spring,
      RS256,
      ES256,
      HS256),
  SMALLRYE(
      "SmallRye JWT",
      io.smallrye.jwt.auth.principal.JWTParser.class,
      Jose4jPeers::smallrye,
      RS256,
      ES256,
      EDDSA,
      HS256),
  JAVA_JWT("auth0 java-jwt", com.auth0.jwt.JWT.class, JavaJwtPeer::verifier, RS256, ES256, HS256),
  JOSE4J(
      "jose4j",
      org.jose4j.jwt.consumer.JwtConsumer.class,
      Jose4jPeers::consumer,
      RS256,
      ES256,
      EDDSA,
      HS256),
  PAC4J(
      "pac4j-jwt",
      org.pac4j.jwt.credentials.authenticator.JwtAuthenticator.class,
      Pac4jPeer::authenticator,
      RS256,
      ES256,
      HS256),
  CURITY("Curity oauth-filter", io.curity.oauth.OAuthFilter.class, CurityPeer::validator, RS256);

  private static final Pattern JAR_VERSION = Pattern.compile(".*-(\\d[^/]*)\\.jar");

  private final String title;
  private final Class<?> type;

  @SuppressWarnings("ImmutableEnumChecker") // a maker holds nothing
  private final Verifier.Maker maker;

  @SuppressWarnings("ImmutableEnumChecker") // a copy
  private final Set<SignatureAlgorithm> algorithms;

  Contestant(String title, Class<?> type, Verifier.Maker maker, SignatureAlgorithm... algorithms) {
    this.title = title;
    this.type = type;
    this.maker = maker;
    this.algorithms = Set.copyOf(List.of(algorithms));
  }

  /** Returns what tables call it. */
  String title() {
    return title;
  }

  /** Returns the version of its jar. */
  String version() {
    CodeSource source = type.getProtectionDomain().getCodeSource();
    Matcher matcher = JAR_VERSION.matcher(source == null ? "" : source.getLocation().getPath());
    return matcher.matches() ? matcher.group(1) : "this build";
  }

  boolean ours() {
    return this == TAMBO || this == TAMBO_REQUEST;
  }

  boolean knows(SignatureAlgorithm algorithm) {
    return algorithms.contains(algorithm);
  }

  Verifier trusting(DemoIssuer issuer) throws Exception {
    return maker.of(issuer);
  }
}
