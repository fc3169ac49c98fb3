package co.tambo.benchmarks;

import io.curity.oauth.CurityValidator;

/** The verifier of Curity's oauth-filter, whose adapters are for javax.servlet. */
final class CurityPeer {

  private CurityPeer() {}

  static Verifier validator(DemoIssuer issuer) {
    CurityValidator validator =
        new CurityValidator(issuer.keySet(), DemoIssuer.ISSUER, DemoIssuer.AUDIENCE);
    return validator::validate;
  }
}
