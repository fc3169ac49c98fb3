package co.tambo.auth.testing;

import java.net.IDN;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A URL as JavaScript's {@code URL} reads it (WHATWG), as far as issuers need it: IPv4 and IPv6
 * addresses keep their spelling.
 *
 * @param scheme in lower case, without the colon
 * @param host lower case and Punycode; empty for {@code urn:x} and the like
 * @param port empty for the scheme's own
 * @param path from the first slash; never empty for http and https
 */
record WebUrl(String scheme, String host, String port, String path) {

  private static final Map<String, String> SPECIAL =
      Map.of("http", "80", "https", "443", "ws", "80", "wss", "443", "ftp", "21");

  private static final Pattern SCHEME = Pattern.compile("([A-Za-z][A-Za-z0-9+.-]*):(.*)");
  private static final Pattern AUTHORITY =
      Pattern.compile("(?:[^/?#]*@)?(\\[[0-9A-Fa-f:.]+]|[^:/?#]*)(?::(\\d*))?([/?#].*)?");
  private static final Pattern FORBIDDEN_IN_HOST =
      Pattern.compile(".*[\\x00-\\x20#%/<>?@\\\\^`{|}].*");

  static Optional<WebUrl> parse(String text) {
    String trimmed = text.replaceAll("^[\\x00-\\x20]+|[\\x00-\\x20]+$|[\\t\\n\\r]", "");
    Matcher url = SCHEME.matcher(trimmed);
    if (!url.matches()) {
      return Optional.empty();
    }
    String scheme = url.group(1).toLowerCase(Locale.ROOT);
    if (SPECIAL.containsKey(scheme)) {
      String rest = url.group(2).replace('\\', '/').replaceFirst("^/*", "");
      return withAuthority(scheme, rest);
    }
    return url.group(2).startsWith("//")
        ? withAuthority(scheme, url.group(2).substring(2))
        : Optional.of(new WebUrl(scheme, "", "", path(url.group(2))));
  }

  /** Returns scheme, host and port. */
  String origin() {
    return scheme + "://" + host + (port.isEmpty() ? "" : ":" + port);
  }

  private static Optional<WebUrl> withAuthority(String scheme, String rest) {
    Matcher authority = AUTHORITY.matcher(rest);
    if (!authority.matches()) {
      return Optional.empty();
    }
    boolean special = SPECIAL.containsKey(scheme);
    String port = authority.group(2) == null ? "" : authority.group(2);
    String path = path(authority.group(3) == null ? "" : authority.group(3));
    return host(authority.group(1), special)
        .filter(host -> port.length() < 6 && (port.isEmpty() || Integer.parseInt(port) < 65_536))
        .map(
            host ->
                new WebUrl(
                    scheme,
                    host,
                    port.equals(SPECIAL.get(scheme)) ? "" : port,
                    special && path.isEmpty() ? "/" : path));
  }

  private static Optional<String> host(String raw, boolean special) {
    if (special && raw.isEmpty()) {
      return Optional.empty();
    }
    if (!special || raw.startsWith("[")) {
      return Optional.of(special ? raw.toLowerCase(Locale.ROOT) : raw);
    }
    try {
      String ascii = IDN.toASCII(raw, IDN.ALLOW_UNASSIGNED).toLowerCase(Locale.ROOT);
      return FORBIDDEN_IN_HOST.matcher(ascii).matches() ? Optional.empty() : Optional.of(ascii);
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private static String path(String rest) {
    return rest.replaceFirst("[?#].*", "");
  }
}
