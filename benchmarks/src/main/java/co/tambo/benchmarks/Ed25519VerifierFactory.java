package co.tambo.benchmarks;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSVerifier;
import com.nimbusds.jose.crypto.Ed25519Verifier;
import com.nimbusds.jose.jca.JCAContext;
import com.nimbusds.jose.jwk.OctetKeyPair;
import com.nimbusds.jose.proc.JWSVerifierFactory;
import java.security.Key;
import java.text.ParseException;
import java.util.Set;

/** Makes Nimbus' Ed25519 verifiers, one a token, as its own factory does for other algorithms. */
final class Ed25519VerifierFactory implements JWSVerifierFactory {

  private final OctetKeyPair key;
  private final JCAContext context = new JCAContext();

  private Ed25519VerifierFactory(OctetKeyPair key) {
    this.key = key;
  }

  static JWSVerifierFactory of(DemoIssuer issuer) throws ParseException {
    return new Ed25519VerifierFactory(OctetKeyPair.parse(issuer.jwk()));
  }

  @Override
  public JWSVerifier createJWSVerifier(JWSHeader header, Key anyKey) throws JOSEException {
    return new Ed25519Verifier(key);
  }

  @Override
  public Set<JWSAlgorithm> supportedJWSAlgorithms() {
    return Set.of(JWSAlgorithm.EdDSA);
  }

  @Override
  public JCAContext getJCAContext() {
    return context;
  }
}
