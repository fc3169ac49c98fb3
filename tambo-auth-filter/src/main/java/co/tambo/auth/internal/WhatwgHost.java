package co.tambo.auth.internal;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The {@code hostname} of a URL as the WHATWG URL standard reads it, which is what Tambo makes its
 * context keys of. {@code java.net.URI} differs: it takes no host from {@code urn:x}, refuses
 * spaces around a URL, keeps {@code 0x7f.1} and knows no international names.
 */
public final class WhatwgHost {

  private static final Set<String> SPECIAL = Set.of("http", "https", "ws", "wss", "ftp", "file");
  private static final String FORBIDDEN = "\0\t\n\r #/:<>?@[\\]^|";

  private WhatwgHost() {}

  /** Returns the host name, empty for a URL that has none; null when the text is no URL. */
  public static @Nullable String of(String text) {
    String url = withoutTabsAndNewlines(trimmed(text));
    int colon = schemeEnd(url);
    if (colon < 0) {
      return null;
    }
    String scheme = url.substring(0, colon).toLowerCase(Locale.ROOT);
    String rest = url.substring(colon + 1);
    if (scheme.equals("file")) {
      return fileHost(rest);
    }
    if (SPECIAL.contains(scheme)) {
      return authorityHost(authority(rest.substring(slashes(rest)), "/\\?#"), true);
    }
    return rest.startsWith("//") ? authorityHost(authority(rest.substring(2), "/?#"), false) : "";
  }

  private static @Nullable String fileHost(String rest) {
    String path = rest.replace('\\', '/');
    String host = path.startsWith("//") ? authority(path.substring(2), "/?#") : "";
    if (host.isEmpty() || isDriveLetter(host)) {
      return "";
    }
    String parsed = host.contains(":") && !host.startsWith("[") ? null : domain(host);
    return "localhost".equals(parsed) ? "" : parsed;
  }

  private static boolean isDriveLetter(String host) {
    return host.length() == 2
        && isLetter(host.charAt(0))
        && (host.charAt(1) == ':' || host.charAt(1) == '|');
  }

  /** Returns the host of an authority: its user information and port are checked and left out. */
  private static @Nullable String authorityHost(String authority, boolean special) {
    int at = authority.lastIndexOf('@');
    String hostAndPort = authority.substring(at + 1);
    int colon = hostAndPort.indexOf(':', Math.max(0, hostAndPort.lastIndexOf(']')));
    String host = colon < 0 ? hostAndPort : hostAndPort.substring(0, colon);
    boolean portIsGood = colon < 0 || isPort(hostAndPort.substring(colon + 1));
    boolean mayBeEmpty = !special && at < 0 && colon < 0;
    if (!portIsGood || (host.isEmpty() && !mayBeEmpty)) {
      return null;
    }
    return special || host.startsWith("[") ? domain(host) : opaque(host);
  }

  private static boolean isPort(String digits) {
    return digits.chars().allMatch(c -> c >= '0' && c <= '9')
        && (digits.isEmpty() || new java.math.BigInteger(digits).bitLength() <= 16);
  }

  /** Returns the ASCII form of a domain or an address, null when it is neither. */
  private static @Nullable String domain(String host) {
    if (host.startsWith("[")) {
      return host.endsWith("]") ? IpText.v6(host.substring(1, host.length() - 1)) : null;
    }
    String ascii = DomainText.toAscii(percentDecoded(host));
    if (ascii == null || ascii.isEmpty() || hasForbidden(ascii, true)) {
      return null;
    }
    return IpText.endsInNumber(ascii) ? IpText.v4(ascii) : ascii;
  }

  private static @Nullable String opaque(String host) {
    if (hasForbidden(host, false)) {
      return null;
    }
    StringBuilder encoded = new StringBuilder();
    for (byte b : host.getBytes(StandardCharsets.UTF_8)) {
      boolean kept = b >= 0x20 && b < 0x7F;
      encoded.append(kept ? String.valueOf((char) b) : String.format("%%%02X", b & 0xFF));
    }
    return encoded.toString();
  }

  private static boolean hasForbidden(String host, boolean domain) {
    return host.chars()
        .anyMatch(
            c -> FORBIDDEN.indexOf(c) >= 0 || (domain && (c <= 0x1F || c == 0x7F || c == '%')));
  }

  private static String percentDecoded(String host) {
    byte[] bytes = host.getBytes(StandardCharsets.UTF_8);
    int length = 0;
    for (int i = 0; i < bytes.length; i++) {
      int high = i + 2 < bytes.length ? Character.digit(bytes[i + 1], 16) : -1;
      int low = i + 2 < bytes.length ? Character.digit(bytes[i + 2], 16) : -1;
      boolean escape = bytes[i] == '%' && high >= 0 && low >= 0;
      bytes[length++] = escape ? (byte) (high * 16 + low) : bytes[i];
      i += escape ? 2 : 0;
    }
    return new String(bytes, 0, length, StandardCharsets.UTF_8);
  }

  private static String authority(String rest, String ends) {
    int end = 0;
    while (end < rest.length() && ends.indexOf(rest.charAt(end)) < 0) {
      end++;
    }
    return rest.substring(0, end);
  }

  private static int slashes(String rest) {
    int count = 0;
    while (count < rest.length() && (rest.charAt(count) == '/' || rest.charAt(count) == '\\')) {
      count++;
    }
    return count;
  }

  /** Returns where the scheme's colon is, -1 without a scheme. */
  private static int schemeEnd(String url) {
    for (int i = 0; i < url.length(); i++) {
      char c = url.charAt(i);
      if (c == ':') {
        return i == 0 ? -1 : i;
      }
      if (!isLetter(c) && (i == 0 || !((c >= '0' && c <= '9') || "+-.".indexOf(c) >= 0))) {
        return -1;
      }
    }
    return -1;
  }

  private static boolean isLetter(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
  }

  private static String trimmed(String text) {
    int start = 0;
    int end = text.length();
    while (start < end && text.charAt(start) <= ' ') {
      start++;
    }
    while (end > start && text.charAt(end - 1) <= ' ') {
      end--;
    }
    return text.substring(start, end);
  }

  private static String withoutTabsAndNewlines(String text) {
    return text.replace("\t", "").replace("\n", "").replace("\r", "");
  }
}
