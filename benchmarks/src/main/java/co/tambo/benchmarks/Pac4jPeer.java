package co.tambo.benchmarks;

import java.security.GeneralSecurityException;
import java.security.Key;
import java.security.KeyPair;
import java.security.PublicKey;
import org.pac4j.core.profile.UserProfile;
import org.pac4j.jwt.config.signature.ECSignatureConfiguration;
import org.pac4j.jwt.config.signature.RSASignatureConfiguration;
import org.pac4j.jwt.config.signature.SecretSignatureConfiguration;
import org.pac4j.jwt.config.signature.SignatureConfiguration;
import org.pac4j.jwt.credentials.authenticator.JwtAuthenticator;

/** pac4j's JwtAuthenticator. */
final class Pac4jPeer {

  private Pac4jPeer() {}

  static Verifier authenticator(DemoIssuer issuer) throws GeneralSecurityException {
    JwtAuthenticator authenticator = new JwtAuthenticator(signatures(issuer));
    return token -> {
      UserProfile profile = authenticator.validateToken(token);
      if (profile != null && concerns(profile)) {
        return profile;
      }
      throw new Verifier.RefusedException();
    };
  }

  /** It leaves issuer and audience to the application. */
  private static boolean concerns(UserProfile profile) {
    Object audience = profile.getAttribute("aud");
    return DemoIssuer.ISSUER.equals(profile.getAttribute("iss"))
        && audience != null
        && audience.toString().contains(DemoIssuer.AUDIENCE);
  }

  private static SignatureConfiguration signatures(DemoIssuer issuer)
      throws GeneralSecurityException {
    Key key = issuer.key();
    return switch (issuer.algorithm()) {
      case RS256 -> new RSASignatureConfiguration(new KeyPair((PublicKey) key, null));
      case ES256 -> new ECSignatureConfiguration(new KeyPair((PublicKey) key, null));
      default -> new SecretSignatureConfiguration(issuer.secret());
    };
  }
}
