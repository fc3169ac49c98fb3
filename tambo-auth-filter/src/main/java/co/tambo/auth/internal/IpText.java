package co.tambo.auth.internal;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** IP addresses as the WHATWG URL standard reads and writes them. */
final class IpText {

  private IpText() {}

  /** Returns whether a host is an IPv4 address or none at all (section 3.5). */
  static boolean endsInNumber(String host) {
    List<String> parts = parts(host);
    String last = parts.get(parts.size() - 1);
    return !last.isEmpty()
        && (last.chars().allMatch(c -> c >= '0' && c <= '9') || number(last) != null);
  }

  /** Returns the dotted form of an IPv4 address in any of its spellings, null when it is none. */
  static @Nullable String v4(String host) {
    List<String> parts = parts(host);
    if (parts.size() > 4) {
      return null;
    }
    BigInteger address = BigInteger.ZERO;
    for (int i = 0; i < parts.size(); i++) {
      boolean last = i == parts.size() - 1;
      BigInteger number = number(parts.get(i));
      int bits = last ? 8 * (5 - parts.size()) : 8;
      if (number == null || number.bitLength() > bits) {
        return null;
      }
      address = address.add(number.shiftLeft(last ? 0 : 8 * (3 - i)));
    }
    long ip = address.longValue();
    return (ip >> 24) + "." + (ip >> 16 & 255) + "." + (ip >> 8 & 255) + "." + (ip & 255);
  }

  /** Returns the parts between the dots; one dot at the end does not count. */
  private static List<String> parts(String host) {
    List<String> parts = Arrays.asList(host.split("\\.", -1));
    boolean trailingDot = parts.size() > 1 && parts.get(parts.size() - 1).isEmpty();
    return trailingDot ? parts.subList(0, parts.size() - 1) : parts;
  }

  private static @Nullable BigInteger number(String part) {
    boolean hex = part.startsWith("0x") || part.startsWith("0X");
    boolean octal = !hex && part.length() > 1 && part.startsWith("0");
    String digits = hex ? part.substring(2) : octal ? part.substring(1) : part;
    int radix = hex ? 16 : octal ? 8 : 10;
    if (digits.isEmpty()) {
      return hex ? BigInteger.ZERO : null;
    }
    return digits.chars().allMatch(c -> c < 0x80 && Character.digit(c, radix) >= 0)
        ? new BigInteger(digits, radix)
        : null;
  }

  /** Returns the compressed form of an IPv6 address in brackets, null when the text is none. */
  static @Nullable String v6(String text) {
    int[] pieces = new int[8];
    int gap = text.indexOf("::");
    String head = gap < 0 ? text : text.substring(0, gap);
    String tail = gap < 0 ? "" : text.substring(gap + 2);
    int before = fill(pieces, head, gap >= 0);
    int[] rest = new int[8];
    int after = gap < 0 ? 0 : fill(rest, tail, true);
    boolean fits = gap < 0 ? before == 8 : before >= 0 && after >= 0 && before + after < 8;
    if (!fits) {
      return null;
    }
    System.arraycopy(rest, 0, pieces, 8 - after, after);
    return "[" + compressed(pieces) + "]";
  }

  /** Fills pieces from colon-separated text; returns how many, -1 when it is malformed. */
  private static int fill(int[] pieces, String text, boolean mayBeEmpty) {
    if (text.isEmpty()) {
      return mayBeEmpty ? 0 : -1;
    }
    String[] parts = text.split(":", -1);
    int count = 0;
    for (int i = 0; i < parts.length; i++) {
      boolean dotted = i == parts.length - 1 && parts[i].indexOf('.') >= 0;
      int[] values = dotted ? dotted(parts[i]) : piece(parts[i]);
      if (values.length == 0 || count + values.length > 8) {
        return -1;
      }
      System.arraycopy(values, 0, pieces, count, values.length);
      count += values.length;
    }
    return count;
  }

  private static int[] piece(String hex) {
    boolean good =
        !hex.isEmpty()
            && hex.length() <= 4
            && hex.chars().allMatch(c -> c < 0x80 && Character.digit(c, 16) >= 0);
    return good ? new int[] {Integer.parseInt(hex, 16)} : new int[0];
  }

  /**
   * Returns the two pieces of an embedded IPv4 address: four plain decimals without zeros ahead.
   */
  private static int[] dotted(String text) {
    String[] parts = text.split("\\.", -1);
    int[] bytes = new int[4];
    for (int i = 0; i < 4 && parts.length == 4; i++) {
      String part = parts[i];
      boolean digits =
          !part.isEmpty() && part.length() <= 3 && part.chars().allMatch(c -> c >= '0' && c <= '9');
      bytes[i] =
          digits && (part.length() == 1 || part.charAt(0) != '0') ? Integer.parseInt(part) : 256;
    }
    boolean good = parts.length == 4 && Arrays.stream(bytes).allMatch(b -> b < 256);
    return good ? new int[] {bytes[0] << 8 | bytes[1], bytes[2] << 8 | bytes[3]} : new int[0];
  }

  /**
   * Writes pieces with the first longest run of two or more zeros left out (RFC 5952 section 4).
   */
  private static String compressed(int[] pieces) {
    int start = -1;
    int longest = 1;
    for (int i = 0; i < 8; i++) {
      int end = i;
      while (end < 8 && pieces[end] == 0) {
        end++;
      }
      if (end - i > longest) {
        start = i;
        longest = end - i;
      }
    }
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < 8; i++) {
      if (i == start) {
        text.append(i == 0 ? "::" : ":");
        i += longest - 1;
      } else {
        text.append(Integer.toHexString(pieces[i])).append(i < 7 ? ":" : "");
      }
    }
    return text.toString();
  }
}
