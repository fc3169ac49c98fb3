package co.tambo.auth.internal.sessions;

import co.tambo.auth.internal.jose.Base64Url;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Pattern;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;

/**
 * A seal of the iron format with its default settings. Eight parts between asterisks: the format,
 * the password's id, the encryption's salt, the vector, the ciphertext, the expiry, and the MAC's
 * salt and value. Not authenticated yet.
 */
final class IronSeal {

  private static final Pattern SALT = Pattern.compile("[0-9a-f]{64}");
  private static final Pattern EXPIRY = Pattern.compile("[0-9]{0,15}");
  private static final Duration SKEW = Duration.ofSeconds(60);
  private static final int KEY_BITS = 256;

  private final String[] parts;
  private final byte[] vector;
  private final byte[] ciphertext;
  private final byte[] mac;

  private IronSeal(String[] parts, byte[] vector, byte[] ciphertext, byte[] mac) {
    this.parts = parts;
    this.vector = vector;
    this.ciphertext = ciphertext;
    this.mac = mac;
  }

  /** Parses a seal by the first password; empty if anything at all is wrong. */
  static Optional<IronSeal> parse(String seal) {
    String[] parts = seal.split("\\*", 9);
    boolean formed =
        parts.length == 8
            && parts[0].equals("Fe26.2")
            && parts[1].equals("1")
            && SALT.matcher(parts[2]).matches()
            && EXPIRY.matcher(parts[5]).matches()
            && SALT.matcher(parts[6]).matches();
    return formed ? of(parts) : Optional.empty();
  }

  private static Optional<IronSeal> of(String[] parts) {
    Optional<byte[]> vector = Base64Url.decode(parts[3]);
    Optional<byte[]> ciphertext = Base64Url.decode(parts[4]);
    Optional<byte[]> mac = Base64Url.decode(parts[7]);
    return vector.isPresent() && ciphertext.isPresent() && mac.isPresent()
        ? Optional.of(new IronSeal(parts, vector.get(), ciphertext.get(), mac.get()))
        : Optional.empty();
  }

  /** Returns the plaintext if the password has sealed it and it has not expired. */
  Optional<byte[]> open(String password, Instant now) {
    return isAuthentic(password) && isValid(now)
        ? Aes.cbc(key(password, parts[2]), vector, ciphertext)
        : Optional.empty();
  }

  private boolean isAuthentic(String password) {
    String covered = String.join("*", Arrays.asList(parts).subList(0, 6));
    byte[] expected = Digests.hmac("HmacSHA256", key(password, parts[6]), ascii(covered));
    return MessageDigest.isEqual(expected, mac);
  }

  private boolean isValid(Instant now) {
    return parts[5].isEmpty()
        || Instant.ofEpochMilli(Long.parseLong(parts[5])).plus(SKEW).isAfter(now);
  }

  /** One iteration is enough for a password that is a key in itself. */
  private static byte[] key(String password, String salt) {
    try {
      PBEKeySpec spec = new PBEKeySpec(password.toCharArray(), ascii(salt), 1, KEY_BITS);
      return SecretKeyFactory.getInstance("PBKDF2WithHmacSHA1").generateSecret(spec).getEncoded();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java platform has PBKDF2WithHmacSHA1", e);
    }
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }
}
