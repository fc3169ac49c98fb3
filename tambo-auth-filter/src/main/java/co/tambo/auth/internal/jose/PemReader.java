package co.tambo.auth.internal.jose;

import java.io.ByteArrayInputStream;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.EdECPublicKey;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.AlgorithmParameterSpec;
import java.security.spec.InvalidKeySpecException;
import java.security.spec.NamedParameterSpec;
import java.security.spec.PSSParameterSpec;
import java.security.spec.X509EncodedKeySpec;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads one PEM block: a SubjectPublicKeyInfo or an X.509 certificate (RFC 7468). */
record PemReader(Set<JwsAlgorithm> allowed, Instant now) {

  private static final List<String> KEY_TYPES = List.of("RSA", "RSASSA-PSS", "EC", "Ed25519");
  private static final int DIGITAL_SIGNATURE = 0;
  private static final int NON_REPUDIATION = 1;

  VerificationKey read(PemBlock block) throws UnfitKeyException, GeneralSecurityException {
    PublicKey key =
        switch (block.label()) {
          case "PUBLIC KEY" -> publicKey(block.bytes());
          case "CERTIFICATE" -> certified(block.bytes());
          case "RSA PUBLIC KEY" ->
              throw new UnfitKeyException(
                  "it is in PKCS#1 form; convert it with:"
                      + " openssl rsa -RSAPublicKey_in -in key.pem -pubout");
          default -> throw new UnfitKeyException("its label is not PUBLIC KEY and not CERTIFICATE");
        };
    return material(key).named(null, allowed);
  }

  private static PublicKey publicKey(byte[] der)
      throws UnfitKeyException, GeneralSecurityException {
    for (String type : KEY_TYPES) {
      Optional<PublicKey> key = publicKey(type, der);
      if (key.isPresent()) {
        return key.get();
      }
    }
    throw unsupported();
  }

  private static Optional<PublicKey> publicKey(String type, byte[] der)
      throws GeneralSecurityException {
    try {
      return Optional.of(KeyFactory.getInstance(type).generatePublic(new X509EncodedKeySpec(der)));
    } catch (InvalidKeySpecException e) {
      return Optional.empty();
    }
  }

  private PublicKey certified(byte[] der) throws UnfitKeyException {
    try {
      X509Certificate certificate =
          (X509Certificate)
              CertificateFactory.getInstance("X.509")
                  .generateCertificate(new ByteArrayInputStream(der));
      requireInForce(certificate);
      requireForSignatures(certificate.getKeyUsage());
      return certificate.getPublicKey();
    } catch (CertificateException e) {
      throw new UnfitKeyException("it is not an X.509 certificate");
    }
  }

  private void requireInForce(X509Certificate certificate) throws UnfitKeyException {
    Instant begin = certificate.getNotBefore().toInstant();
    Instant end = certificate.getNotAfter().toInstant();
    if (now.isBefore(begin)) {
      throw new UnfitKeyException("its certificate begins at " + begin);
    }
    if (now.isAfter(end)) {
      throw new UnfitKeyException("its certificate ended at " + end);
    }
  }

  private static void requireForSignatures(boolean @Nullable [] usage) throws UnfitKeyException {
    if (usage != null && !usage[DIGITAL_SIGNATURE] && !usage[NON_REPUDIATION]) {
      throw new UnfitKeyException("its certificate is not for signatures");
    }
  }

  private static PublicMaterial material(PublicKey key)
      throws UnfitKeyException, GeneralSecurityException {
    if (key instanceof RSAPublicKey rsa) {
      return rsa(rsa);
    }
    if (key instanceof ECPublicKey ec) {
      EcCurve curve = EcCurve.of(ec.getParams()).orElseThrow(PemReader::unsupported);
      return PublicMaterial.ec(curve, ec.getW());
    }
    if (key instanceof EdECPublicKey ed
        && ed.getParams().getName().equals(NamedParameterSpec.ED25519.getName())) {
      return PublicMaterial.ed25519(ed.getPoint());
    }
    throw unsupported();
  }

  private static PublicMaterial rsa(RSAPublicKey key)
      throws UnfitKeyException, GeneralSecurityException {
    PublicMaterial material = PublicMaterial.rsa(key.getModulus(), key.getPublicExponent());
    if (key.getAlgorithm().equals("RSA")) {
      return material;
    }
    EnumSet<JwsAlgorithm> pss = EnumSet.range(JwsAlgorithm.PS256, JwsAlgorithm.PS512);
    pss.removeIf(algorithm -> !permits(key.getParams(), algorithm));
    return material.restrictedTo(pss, "its RSASSA-PSS parameters fit no algorithm");
  }

  /** An id-RSASSA-PSS key may name its one hash and the least salt (RFC 4055 section 3.1). */
  private static boolean permits(@Nullable AlgorithmParameterSpec parameters, JwsAlgorithm pss) {
    if (!(parameters instanceof PSSParameterSpec named)) {
      return true;
    }
    return named.getDigestAlgorithm().equals("SHA-" + pss.hashBits())
        && named.getSaltLength() <= pss.hashBits() / Byte.SIZE;
  }

  private static UnfitKeyException unsupported() {
    return new UnfitKeyException(
        "it is not a public key of RSA, P-256, P-384, P-521 or Ed25519 in SPKI form");
  }
}
