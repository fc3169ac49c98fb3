package co.tambo.auth.internal.jose;

import java.util.Optional;
import java.util.function.IntFunction;

/** The signature algorithms of RFC 7518 section 3.1 and RFC 8037 that can be accepted. */
public enum JwsAlgorithm {
  HS256(256, SignatureCheck::hmac),
  HS384(384, SignatureCheck::hmac),
  HS512(512, SignatureCheck::hmac),
  RS256(256, SignatureCheck::rsaPkcs1),
  RS384(384, SignatureCheck::rsaPkcs1),
  RS512(512, SignatureCheck::rsaPkcs1),
  PS256(256, SignatureCheck::rsaPss),
  PS384(384, SignatureCheck::rsaPss),
  PS512(512, SignatureCheck::rsaPss),
  ES256(256, SignatureCheck::ecdsa),
  ES384(384, SignatureCheck::ecdsa),
  ES512(512, SignatureCheck::ecdsa),
  EDDSA(512, SignatureCheck::ed25519);

  private final int hashBits;

  @SuppressWarnings("ImmutableEnumChecker") // a check holds nothing but the names of its parts
  private final SignatureCheck check;

  JwsAlgorithm(int hashBits, IntFunction<SignatureCheck> check) {
    this.hashBits = hashBits;
    this.check = check.apply(hashBits);
  }

  /** Returns the algorithm of an {@code alg} value; {@code Ed25519} (RFC 9864) is EdDSA. */
  public static Optional<JwsAlgorithm> of(String alg) {
    return switch (alg) {
      case "EdDSA", "Ed25519" -> Optional.of(EDDSA);
      case "HS256", "HS384", "HS512" -> Optional.of(valueOf(alg));
      case "RS256", "RS384", "RS512" -> Optional.of(valueOf(alg));
      case "PS256", "PS384", "PS512" -> Optional.of(valueOf(alg));
      case "ES256", "ES384", "ES512" -> Optional.of(valueOf(alg));
      default -> Optional.empty();
    };
  }

  /** Returns whether this is an HMAC. */
  public boolean symmetric() {
    return this == HS256 || this == HS384 || this == HS512;
  }

  int hashBits() {
    return hashBits;
  }

  SignatureCheck check() {
    return check;
  }
}
