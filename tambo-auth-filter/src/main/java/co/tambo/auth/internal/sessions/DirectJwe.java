package co.tambo.auth.internal.sessions;

import co.tambo.auth.internal.jose.Base64Url;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * A JWE in compact serialisation (RFC 7516 section 7.1) without a key of its own, that passed the
 * strict front end: its length, its one spelling, its header. Not authenticated yet. Never prints
 * itself.
 */
final class DirectJwe {

  private final String encodedHeader;
  private final JweHeader header;
  private final byte[] iv;
  private final byte[] ciphertext;
  private final byte[] tag;

  private DirectJwe(
      String encodedHeader, JweHeader header, byte[] iv, byte[] ciphertext, byte[] tag) {
    this.encodedHeader = encodedHeader;
    this.header = header;
    this.iv = iv;
    this.ciphertext = ciphertext;
    this.tag = tag;
  }

  /** Parses a JWE; empty if anything at all is wrong. */
  static Optional<DirectJwe> parse(String compact) {
    if (compact.length() > CookieChunks.MAX_LENGTH) {
      return Optional.empty();
    }
    String[] parts = compact.split("\\.", 6);
    return parts.length == 5 && parts[1].isEmpty()
        ? Base64Url.decode(parts[0]).flatMap(JweHeader::read).flatMap(h -> of(h, parts))
        : Optional.empty();
  }

  private static Optional<DirectJwe> of(JweHeader header, String[] parts) {
    Optional<byte[]> iv = Base64Url.decode(parts[2]);
    Optional<byte[]> ciphertext = Base64Url.decode(parts[3]);
    Optional<byte[]> tag = Base64Url.decode(parts[4]);
    if (iv.isEmpty() || ciphertext.isEmpty() || tag.isEmpty()) {
      return Optional.empty();
    }
    return header.encryption().fits(iv.get(), tag.get())
        ? Optional.of(new DirectJwe(parts[0], header, iv.get(), ciphertext.get(), tag.get()))
        : Optional.empty();
  }

  JweHeader header() {
    return header;
  }

  /** Returns the header as it came, which the tag covers (RFC 7516 section 5.1 step 14). */
  byte[] additionalData() {
    return encodedHeader.getBytes(StandardCharsets.US_ASCII);
  }

  byte[] iv() {
    return iv;
  }

  byte[] ciphertext() {
    return ciphertext;
  }

  byte[] tag() {
    return tag;
  }
}
