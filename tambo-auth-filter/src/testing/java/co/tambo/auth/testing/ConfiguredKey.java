package co.tambo.auth.testing;

import co.tambo.auth.internal.json.Json;
import co.tambo.auth.internal.json.JsonException;
import java.io.ByteArrayInputStream;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.AlgorithmParameters;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.cert.CertificateFactory;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.ECParameterSpec;
import java.security.spec.ECPoint;
import java.security.spec.ECPublicKeySpec;
import java.security.spec.RSAPublicKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.Map;

/** Reads the public keys that Tambo accepts: SPKI and X.509 as PEM, one public JWK. */
final class ConfiguredKey {

  private static final String SPKI_BEGIN = "-----BEGIN PUBLIC KEY-----";

  private ConfiguredKey() {}

  static PublicKey read(String text) throws GeneralSecurityException, JsonException {
    if (text.startsWith("{")) {
      return jwk(Json.readObject(text.getBytes(StandardCharsets.UTF_8)));
    }
    String pem = text.strip();
    if (pem.contains("BEGIN CERTIFICATE")) {
      return CertificateFactory.getInstance("X.509")
          .generateCertificate(new ByteArrayInputStream(pem.getBytes(StandardCharsets.US_ASCII)))
          .getPublicKey();
    }
    return spki(pem);
  }

  /** Reads a JWK; a private one, or none at all, is refused. */
  static PublicKey jwk(Map<?, ?> jwk) throws GeneralSecurityException {
    if (!Claims.falsy(jwk.get("d")) || !Claims.falsy(jwk.get("k"))) {
      throw new GeneralSecurityException("a private key");
    }
    if ("RSA".equals(jwk.get("kty"))) {
      return KeyFactory.getInstance("RSA")
          .generatePublic(new RSAPublicKeySpec(number(jwk, "n"), number(jwk, "e")));
    }
    if ("EC".equals(jwk.get("kty"))) {
      ECPoint point = new ECPoint(number(jwk, "x"), number(jwk, "y"));
      return KeyFactory.getInstance("EC")
          .generatePublic(new ECPublicKeySpec(point, curve(String.valueOf(jwk.get("crv")))));
    }
    throw new GeneralSecurityException("no RSA or EC key");
  }

  private static PublicKey spki(String pem) throws GeneralSecurityException {
    if (!pem.startsWith(SPKI_BEGIN)) {
      throw new GeneralSecurityException("no SubjectPublicKeyInfo");
    }
    String base64 = pem.substring(SPKI_BEGIN.length()).replaceFirst("(?s)-----END.*", "");
    byte[] der = Base64.getMimeDecoder().decode(base64);
    X509EncodedKeySpec spec = new X509EncodedKeySpec(der);
    try {
      return KeyFactory.getInstance("RSA").generatePublic(spec);
    } catch (GeneralSecurityException e) {
      return KeyFactory.getInstance("EC").generatePublic(spec);
    }
  }

  private static ECParameterSpec curve(String name) throws GeneralSecurityException {
    AlgorithmParameters parameters = AlgorithmParameters.getInstance("EC");
    parameters.init(new ECGenParameterSpec(name.replaceFirst("^P-(\\d+)$", "secp$1r1")));
    return parameters.getParameterSpec(ECParameterSpec.class);
  }

  private static BigInteger number(Map<?, ?> jwk, String member) throws GeneralSecurityException {
    try {
      return new BigInteger(1, Base64.getUrlDecoder().decode(String.valueOf(jwk.get(member))));
    } catch (IllegalArgumentException e) {
      throw new GeneralSecurityException(e);
    }
  }
}
