package co.tambo.auth.testing;

import co.tambo.auth.internal.json.Json;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.Map;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * A session as Auth.js 5 encrypts it into a cookie: {@code dir} with {@code A256CBC-HS512} (RFC
 * 7518 section 5.2.5), the key by HKDF (RFC 5869) from the secret and the cookie's name.
 */
final class SealedSession {

  static final String COOKIE = "authjs.session-token";

  private static final Base64.Encoder BASE64URL = Base64.getUrlEncoder().withoutPadding();
  private static final SecureRandom RANDOM = new SecureRandom();
  private static final int HALF_KEY = 32;
  private static final int BLOCK = 16;

  private SealedSession() {}

  static String of(String secret, String claims) {
    try {
      return sealed(key(secret), claims);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String sealed(byte[] key, String claims) throws GeneralSecurityException {
    String header =
        BASE64URL.encodeToString(utf8(Json.write(Map.of("alg", "dir", "enc", "A256CBC-HS512"))));
    byte[] iv = new byte[BLOCK];
    RANDOM.nextBytes(iv);
    Cipher cipher = Cipher.getInstance("AES/CBC/PKCS5Padding");
    SecretKeySpec encryption = new SecretKeySpec(key, HALF_KEY, HALF_KEY, "AES");
    cipher.init(Cipher.ENCRYPT_MODE, encryption, new IvParameterSpec(iv));
    byte[] text = cipher.doFinal(utf8(claims));
    byte[] bits = ByteBuffer.allocate(Long.BYTES).putLong(header.length() * 8L).array();
    byte[] mac = hmac("HmacSHA512", Arrays.copyOf(key, HALF_KEY), utf8(header), iv, text, bits);
    return String.join(
        ".",
        header,
        "",
        BASE64URL.encodeToString(iv),
        BASE64URL.encodeToString(text),
        BASE64URL.encodeToString(Arrays.copyOf(mac, HALF_KEY)));
  }

  /** Returns 64 bytes: two rounds of HKDF. */
  private static byte[] key(String secret) throws GeneralSecurityException {
    byte[] info = utf8("Auth.js Generated Encryption Key (" + COOKIE + ")");
    byte[] extracted = hmac("HmacSHA256", utf8(COOKIE), utf8(secret));
    byte[] first = hmac("HmacSHA256", extracted, info, new byte[] {1});
    byte[] second = hmac("HmacSHA256", extracted, first, info, new byte[] {2});
    ByteArrayOutputStream key = new ByteArrayOutputStream();
    key.writeBytes(first);
    key.writeBytes(second);
    return key.toByteArray();
  }

  private static byte[] hmac(String algorithm, byte[] key, byte[]... parts)
      throws GeneralSecurityException {
    Mac mac = Mac.getInstance(algorithm);
    mac.init(new SecretKeySpec(key, "HMAC"));
    for (byte[] part : parts) {
      mac.update(part);
    }
    return mac.doFinal();
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
