package co.tambo.auth.internal.sessions;

import com.nimbusds.jose.EncryptionMethod;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWEAlgorithm;
import com.nimbusds.jose.JWEHeader;
import com.nimbusds.jose.JWEObject;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.crypto.DirectEncrypter;
import com.nimbusds.jose.jwk.OctetSequenceKey;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.Base64;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/** Sessions as Auth.js makes them, by Nimbus. */
final class TestSession {

  static final String SECRET = "test-auth-secret-0123456789abcdef0123456789abcdef";
  static final String COOKIE = "authjs.session-token";
  static final String CLAIMS =
      "{\"name\":\"Ada Example\",\"sub\":\"9b2f1a34-5c6d-4e7f-8a90-b1c2d3e4f501\",\"iat\":1767225600}";

  private final EncryptionMethod encryption;
  private final byte[] key;

  private TestSession(EncryptionMethod encryption, byte[] key) {
    this.encryption = encryption;
    this.key = key;
  }

  static TestSession version5() {
    return version5(SECRET, COOKIE);
  }

  static TestSession version5(String secret, String cookie) {
    return version5(EncryptionMethod.A256CBC_HS512, secret, cookie);
  }

  static TestSession version5(EncryptionMethod encryption, String secret, String cookie) {
    String info = "Auth.js Generated Encryption Key (" + cookie + ")";
    return derived(encryption, secret, cookie, info);
  }

  static TestSession version4() {
    return derived(EncryptionMethod.A256GCM, SECRET, "", "NextAuth.js Generated Encryption Key");
  }

  private static TestSession derived(
      EncryptionMethod encryption, String secret, String salt, String info) {
    int length = encryption.cekBitLength() / 8;
    return new TestSession(encryption, Hkdf.derive(utf8(secret), utf8(salt), utf8(info), length));
  }

  byte[] key() {
    return key;
  }

  @Override
  public String toString() {
    return encryption + " with a key of " + key.length + " bytes";
  }

  /** Returns the thumbprint by which version 5 names the key. */
  String kid() throws JOSEException {
    return new OctetSequenceKey.Builder(key)
        .build()
        .computeThumbprint("SHA-" + key.length * 8)
        .toString();
  }

  JWEHeader.Builder header() {
    return new JWEHeader.Builder(JWEAlgorithm.DIR, encryption);
  }

  /** Returns a session without a key id. */
  String sealed() throws JOSEException {
    return sealed(header().build());
  }

  String sealed(JWEHeader header) throws JOSEException {
    return sealed(header, CLAIMS);
  }

  String sealed(JWEHeader header, String claims) throws JOSEException {
    JWEObject jwe = new JWEObject(header, new Payload(claims));
    jwe.encrypt(new DirectEncrypter(key));
    return jwe.serialize();
  }

  /** Returns a session of A256GCM under a header that Nimbus would not write. */
  String sealedUnder(String header) throws GeneralSecurityException {
    return sealedUnder(header, utf8("twelve bytes"));
  }

  /** Returns a session of A256GCM under a vector that Nimbus would not choose. */
  String sealedUnder(String header, byte[] iv) throws GeneralSecurityException {
    String encoded = base64Url(utf8(header));
    Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
    cipher.init(Cipher.ENCRYPT_MODE, new SecretKeySpec(key, "AES"), new GCMParameterSpec(128, iv));
    cipher.updateAAD(utf8(encoded));
    byte[] all = cipher.doFinal(utf8(CLAIMS));
    return compact(encoded, iv, all, all.length - 16);
  }

  /** Returns a JWE whose tag begins at an index of the ciphertext and the tag together. */
  static String compact(String header, byte[] iv, byte[] all, int tagAt) {
    return String.join(
        ".",
        header,
        "",
        base64Url(iv),
        base64Url(Arrays.copyOf(all, tagAt)),
        base64Url(Arrays.copyOfRange(all, tagAt, all.length)));
  }

  private static String base64Url(byte[] bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
