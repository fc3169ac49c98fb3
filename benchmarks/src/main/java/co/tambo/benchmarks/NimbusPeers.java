package co.tambo.benchmarks;

import co.tambo.auth.testing.SignatureAlgorithm;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.OctetSequenceKey;
import com.nimbusds.jose.jwk.source.ImmutableJWKSet;
import com.nimbusds.jose.proc.JWSKeySelector;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.proc.DefaultJWTClaimsVerifier;
import com.nimbusds.jwt.proc.DefaultJWTProcessor;
import java.security.Key;
import java.text.ParseException;
import java.util.List;
import java.util.Set;
import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.jwt.JwtClaimValidator;
import org.springframework.security.oauth2.jwt.JwtValidators;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;

/** Nimbus, and Spring Security, which stands on it. */
final class NimbusPeers {

  private NimbusPeers() {}

  static Verifier processor(DemoIssuer issuer) throws Exception {
    DefaultJWTProcessor<SecurityContext> processor = new DefaultJWTProcessor<>();
    processor.setJWSKeySelector(selector(issuer));
    processor.setJWTClaimsSetVerifier(
        new DefaultJWTClaimsVerifier<>(
            DemoIssuer.AUDIENCE,
            new JWTClaimsSet.Builder().issuer(DemoIssuer.ISSUER).build(),
            Set.of("sub", "exp")));
    if (issuer.algorithm() == SignatureAlgorithm.EDDSA) {
      Key key = issuer.key();
      processor.setJWSKeySelector((header, context) -> List.of(key));
      processor.setJWSVerifierFactory(Ed25519VerifierFactory.of(issuer));
    }
    return token -> processor.process(token, null);
  }

  static Verifier spring(DemoIssuer issuer) throws Exception {
    DefaultJWTProcessor<SecurityContext> processor = new DefaultJWTProcessor<>();
    processor.setJWSKeySelector(selector(issuer));
    // As Spring's own builders have it: its validators judge the claims.
    processor.setJWTClaimsSetVerifier((claims, context) -> {});
    NimbusJwtDecoder decoder = new NimbusJwtDecoder(processor);
    decoder.setJwtValidator(
        new DelegatingOAuth2TokenValidator<>(
            JwtValidators.createDefaultWithIssuer(DemoIssuer.ISSUER),
            new JwtClaimValidator<List<String>>(
                "aud", audience -> audience != null && audience.contains(DemoIssuer.AUDIENCE))));
    return decoder::decode;
  }

  private static JWSKeySelector<SecurityContext> selector(DemoIssuer issuer) throws ParseException {
    JWSAlgorithm algorithm = JWSAlgorithm.parse(issuer.algorithm().headerValue());
    return new JWSVerificationKeySelector<>(algorithm, new ImmutableJWKSet<>(keys(issuer)));
  }

  private static JWKSet keys(DemoIssuer issuer) throws ParseException {
    return issuer.symmetric()
        ? new JWKSet(new OctetSequenceKey.Builder(issuer.secret()).build())
        : JWKSet.parse(issuer.keySet());
  }
}
