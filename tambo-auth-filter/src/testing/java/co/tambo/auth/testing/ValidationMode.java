package co.tambo.auth.testing;

import java.net.URI;

/**
 * How a project of {@link FakeTambo} judges subject tokens: the four modes of Tambo's dashboard.
 * Immutable.
 */
public sealed interface ValidationMode permits SubjectTokenCheck {

  /** Mode {@code none}: any token; only the expiry of a JWT is looked at. */
  static ValidationMode none() {
    return new SubjectTokenCheck.None();
  }

  /** Mode {@code none} with a user info endpoint, which says whose an opaque token is. */
  static ValidationMode userinfo(URI endpoint) {
    return new SubjectTokenCheck.Userinfo(endpoint);
  }

  /**
   * Mode {@code symmetric}: HS256, HS384, HS512.
   *
   * @param secret at least 32 characters; a shorter one refuses every token, an empty one says that
   *     none is stored
   */
  static ValidationMode symmetric(String secret) {
    return new SubjectTokenCheck.Symmetric(secret);
  }

  /**
   * Mode {@code asymmetric_manual}: RS, PS and ES by one public key.
   *
   * @param publicKey SPKI or X.509 as PEM, or one public JWK; anything else refuses every token, an
   *     empty text says that none is stored
   */
  static ValidationMode asymmetricManual(String publicKey) {
    return new SubjectTokenCheck.Manual(publicKey);
  }

  /**
   * Mode {@code asymmetric_auto}, that of a project that was never configured: keys by discovery
   * from the token's own issuer, which must be one that {@link FakeTambo#trust} made known.
   */
  static ValidationMode asymmetricAuto() {
    return new SubjectTokenCheck.Auto();
  }
}
