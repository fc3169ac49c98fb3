package co.tambo.auth.internal.http;

import java.net.URI;

/** Which addresses may be called: https ones, and plain http ones on this very machine. */
public final class HttpsOrLoopback {

  private HttpsOrLoopback() {}

  /** Returns whether an address is absolute, safe to send to, and without user info or fragment. */
  public static boolean accepts(URI uri) {
    String host = uri.getHost();
    return host != null
        && uri.getRawUserInfo() == null
        && uri.getRawFragment() == null
        && ("https".equalsIgnoreCase(uri.getScheme())
            || ("http".equalsIgnoreCase(uri.getScheme()) && isLoopback(host)));
  }

  /** By name only: resolving could give another answer to whoever connects. */
  static boolean isLoopback(String host) {
    return host.equalsIgnoreCase("localhost") || host.equals("[::1]") || isLoopbackV4(host);
  }

  private static boolean isLoopbackV4(String host) {
    return host.startsWith("127.")
        && host.chars().filter(c -> c == '.').count() == 3
        && host.chars().allMatch(c -> c == '.' || (c >= '0' && c <= '9'));
  }
}
