package co.tambo.auth.internal.jose;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.spec.ECPoint;
import java.security.spec.EdECPoint;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads one public JWK (RFC 7517 section 4). A member that is null counts as absent; a certificate
 * in it is never looked at.
 */
record JwkReader(Set<JwsAlgorithm> allowed, Instant now) {

  private static final Set<String> PRIVATE_MEMBERS =
      Set.of("d", "p", "q", "dp", "dq", "qi", "oth", "k", "priv");

  /** Returns whether this is the JWK of a private key. */
  static boolean isPrivateKey(@Nullable Object entry) {
    return entry instanceof Map<?, ?> jwk && !isSymmetric(jwk) && hasPrivateMember(jwk);
  }

  private static boolean isSymmetric(Map<?, ?> jwk) {
    return "oct".equals(jwk.get("kty"));
  }

  private static boolean hasPrivateMember(Map<?, ?> jwk) {
    return PRIVATE_MEMBERS.stream().anyMatch(name -> jwk.get(name) != null);
  }

  VerificationKey read(@Nullable Object entry) throws UnfitKeyException, GeneralSecurityException {
    if (!(entry instanceof Map<?, ?> jwk)) {
      throw new UnfitKeyException("it is not an object");
    }
    String kid = text(jwk, "kid");
    requirePublic(jwk);
    requireForSignatures(jwk);
    requireInForce(jwk);
    return restricted(material(jwk), text(jwk, "alg"))
        .named(kid, allowed)
        .of(jwk.get("issuer") instanceof String issuer ? issuer : null);
  }

  private static void requirePublic(Map<?, ?> jwk) throws UnfitKeyException {
    if (isSymmetric(jwk)) {
      throw new UnfitKeyException("it is symmetric; a shared secret never comes from a key set");
    }
    if (hasPrivateMember(jwk)) {
      throw new UnfitKeyException("it holds private members");
    }
  }

  private static void requireForSignatures(Map<?, ?> jwk) throws UnfitKeyException {
    String use = text(jwk, "use");
    if (use != null && !use.equals("sig")) {
      throw new UnfitKeyException("its use is not sig");
    }
    Object operations = jwk.get("key_ops");
    if (operations != null && !(operations instanceof List<?> list && list.contains("verify"))) {
      throw new UnfitKeyException("its key_ops do not name verify");
    }
  }

  private void requireInForce(Map<?, ?> jwk) throws UnfitKeyException {
    Object expiry = jwk.get("exp");
    if (expiry != null && !(expiry instanceof Number number && isLater(number))) {
      throw new UnfitKeyException("it has expired");
    }
    Object revoked = jwk.get("revoked");
    if (revoked != null && !revoked.equals(false)) {
      throw new UnfitKeyException("it is revoked");
    }
  }

  private boolean isLater(Number seconds) {
    BigDecimal expiry = new BigDecimal(seconds.toString());
    return expiry.compareTo(BigDecimal.valueOf(now.getEpochSecond())) > 0;
  }

  private static PublicMaterial material(Map<?, ?> jwk)
      throws UnfitKeyException, GeneralSecurityException {
    String kty = required(jwk, "kty");
    return switch (kty) {
      case "RSA" -> PublicMaterial.rsa(number(jwk, "n"), number(jwk, "e"));
      case "EC" -> PublicMaterial.ec(curve(jwk), new ECPoint(number(jwk, "x"), number(jwk, "y")));
      case "OKP" -> PublicMaterial.ed25519(ed25519Point(jwk));
      default -> throw new UnfitKeyException("its kty is not RSA, EC or OKP");
    };
  }

  private static EcCurve curve(Map<?, ?> jwk) throws UnfitKeyException {
    return EcCurve.named(required(jwk, "crv"))
        .orElseThrow(() -> new UnfitKeyException("its crv is not P-256, P-384 or P-521"));
  }

  private static EdECPoint ed25519Point(Map<?, ?> jwk) throws UnfitKeyException {
    byte[] x = bytes(jwk, "x");
    if (!required(jwk, "crv").equals("Ed25519") || x.length != SignatureCheck.ED25519_BYTES) {
      throw new UnfitKeyException("it is not an Ed25519 key of 32 bytes");
    }
    byte[] y = new byte[SignatureCheck.ED25519_BYTES];
    for (int i = 0; i < SignatureCheck.ED25519_BYTES; i++) {
      y[i] = x[SignatureCheck.ED25519_BYTES - 1 - i];
    }
    boolean xOdd = y[0] < 0;
    y[0] &= 0x7f;
    return new EdECPoint(xOdd, new BigInteger(1, y));
  }

  private static PublicMaterial restricted(PublicMaterial material, @Nullable String alg)
      throws UnfitKeyException {
    if (alg == null) {
      return material;
    }
    Set<JwsAlgorithm> named = JwsAlgorithm.of(alg).map(Set::of).orElse(Set.of());
    return material.restrictedTo(named, "its alg is no signature algorithm of such a key");
  }

  private static BigInteger number(Map<?, ?> jwk, String name) throws UnfitKeyException {
    return new BigInteger(1, bytes(jwk, name));
  }

  private static byte[] bytes(Map<?, ?> jwk, String name) throws UnfitKeyException {
    return Base64Url.decode(required(jwk, name))
        .orElseThrow(() -> new UnfitKeyException("its " + name + " is not base64url"));
  }

  private static String required(Map<?, ?> jwk, String name) throws UnfitKeyException {
    String text = text(jwk, name);
    if (text == null) {
      throw new UnfitKeyException("it has no " + name);
    }
    return text;
  }

  private static @Nullable String text(Map<?, ?> jwk, String name) throws UnfitKeyException {
    Object value = jwk.get(name);
    if (value == null || value instanceof String) {
      return (String) value;
    }
    throw new UnfitKeyException("its " + name + " is not a string");
  }
}
