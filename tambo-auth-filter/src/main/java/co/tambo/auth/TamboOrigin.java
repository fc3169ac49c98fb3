package co.tambo.auth;

import java.net.URI;
import org.jspecify.annotations.Nullable;

/** The origin (RFC 6454 section 4) to which alone the API key and the user's identity may go. */
record TamboOrigin(URI url) {

  /** Returns whether an address belongs to the origin. */
  boolean contains(URI uri) {
    return sameText(url.getScheme(), uri.getScheme())
        && sameText(url.getHost(), uri.getHost())
        && port(url) == port(uri);
  }

  /** Returns the address of a path and query, which {@link #checked} has yet to judge. */
  @SuppressWarnings("UnusedException") // the JDK's text quotes the address
  URI resolve(String pathAndQuery) {
    if (!pathAndQuery.startsWith("/")) {
      throw new IllegalArgumentException("the path does not start with a slash");
    }
    try {
      return URI.create(url + pathAndQuery);
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException("the path and query are not fit for a request to Tambo");
    }
  }

  /**
   * Returns an address if it belongs to the origin and is canonical.
   *
   * @throws IllegalArgumentException when it is not
   */
  URI checked(URI uri) {
    boolean plain = uri.getRawUserInfo() == null && uri.getRawFragment() == null;
    if (!contains(uri) || !plain || !isAscii(uri) || !isCanonical(uri.getRawPath())) {
      throw new IllegalArgumentException("the address is none of the configured Tambo origin's");
    }
    return uri;
  }

  private static boolean isAscii(URI uri) {
    return uri.toString().chars().allMatch(c -> c > 0x20 && c < 0x7f);
  }

  /** What a gateway could read as another path could get past the user key's place. */
  private static boolean isCanonical(@Nullable String rawPath) {
    if (rawPath == null || !rawPath.startsWith("/") || rawPath.contains("//")) {
      return false;
    }
    String closed = rawPath + "/";
    return !closed.contains("/./")
        && !closed.contains("/../")
        && closed.indexOf(';') < 0
        && escapesAreNeeded(rawPath);
  }

  /** RFC 3986 section 6.2.2.2: what needs no escape has none; nor has what splits a path. */
  private static boolean escapesAreNeeded(String rawPath) {
    for (int at = rawPath.indexOf('%'); at >= 0; at = rawPath.indexOf('%', at + 1)) {
      int octet = Integer.parseInt(rawPath, at + 1, at + 3, 16);
      boolean plain = Character.isLetterOrDigit(octet) && octet < 0x80;
      if (octet < 0x20 || octet == 0x7f || plain || "-._~/\\%".indexOf(octet) >= 0) {
        return false;
      }
    }
    return true;
  }

  private static boolean sameText(@Nullable String one, @Nullable String other) {
    return one != null && one.equalsIgnoreCase(other);
  }

  private static int port(URI uri) {
    if (uri.getPort() >= 0) {
      return uri.getPort();
    }
    return "https".equalsIgnoreCase(uri.getScheme()) ? 443 : 80;
  }
}
