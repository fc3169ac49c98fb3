package co.tambo.auth.internal.sessions;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.Base64;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.PBEKeySpec;
import javax.crypto.spec.SecretKeySpec;

/** A seal of the iron format, rightly sealed whatever its parts say. */
public final class TestSeal {

  /** The password. */
  public static final String PASSWORD = "workos-cookie-password-32-chars-min-0001";

  private String start = "Fe26.2*1";
  private String salt = "0123456789abcdef".repeat(4);
  private int vectorLength = 16;
  private String expiry = "";
  private String session = "{\"accessToken\":\"a.b.c\",\"refreshToken\":\"secret\"}";

  TestSeal start(String value) {
    start = value;
    return this;
  }

  TestSeal salt(String value) {
    salt = value;
    return this;
  }

  TestSeal vectorLength(int value) {
    vectorLength = value;
    return this;
  }

  TestSeal expiry(String value) {
    expiry = value;
    return this;
  }

  /** Sets what is sealed. */
  public TestSeal session(String value) {
    session = value;
    return this;
  }

  /** Returns the seal. */
  public String sealed() throws GeneralSecurityException {
    byte[] iv = ascii("sixteen bytes iv");
    Cipher cipher = Cipher.getInstance("AES/CBC/PKCS5Padding");
    cipher.init(Cipher.ENCRYPT_MODE, new SecretKeySpec(key(), "AES"), new IvParameterSpec(iv));
    String ciphertext = base64Url(cipher.doFinal(ascii(session)));
    String vector = base64Url(Arrays.copyOf(iv, vectorLength));
    String covered = String.join("*", start, salt, vector, ciphertext, expiry);
    Mac mac = Mac.getInstance("HmacSHA256");
    mac.init(new SecretKeySpec(key(), "HmacSHA256"));
    return covered + "*" + salt + "*" + base64Url(mac.doFinal(ascii(covered))) + "~2";
  }

  /** The platform refuses an empty salt, which is refused before it would matter. */
  private byte[] key() throws GeneralSecurityException {
    byte[] salted = salt.isEmpty() ? new byte[1] : ascii(salt);
    return SecretKeyFactory.getInstance("PBKDF2WithHmacSHA1")
        .generateSecret(new PBEKeySpec(PASSWORD.toCharArray(), salted, 1, 256))
        .getEncoded();
  }

  private static String base64Url(byte[] bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }
}
