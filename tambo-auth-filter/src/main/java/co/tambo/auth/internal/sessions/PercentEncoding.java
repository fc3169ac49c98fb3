package co.tambo.auth.internal.sessions;

import java.io.ByteArrayOutputStream;
import java.util.HexFormat;
import java.util.Optional;

/**
 * The percent-encoding of RFC 3986 section 2.1, as JavaScript writes it into cookies. {@link
 * java.net.URLDecoder} makes spaces of plus signs and mends broken UTF-8.
 */
final class PercentEncoding {

  private PercentEncoding() {}

  /** Returns the bytes that a text stands for; empty if it is not ASCII or an escape is broken. */
  static Optional<byte[]> decode(String text) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(text.length());
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c > 0x7f || (c == '%' && !isEscape(text, i))) {
        return Optional.empty();
      }
      if (c == '%') {
        bytes.write(HexFormat.fromHexDigits(text, i + 1, i + 3));
        i += 2;
      } else {
        bytes.write(c);
      }
    }
    return Optional.of(bytes.toByteArray());
  }

  private static boolean isEscape(String text, int at) {
    return at + 2 < text.length()
        && HexFormat.isHexDigit(text.charAt(at + 1))
        && HexFormat.isHexDigit(text.charAt(at + 2));
  }
}
