package co.tambo.auth.internal.http;

import java.net.URI;
import java.util.regex.Pattern;

/** Which addresses may be called: https ones, and plain http ones on this very machine. */
public final class HttpsOrLoopback {

  /** In decimal: not everybody reads a leading zero alike, and what is over 255 is a name. */
  private static final Pattern LOOPBACK_V4 =
      Pattern.compile("127(\\.(25[0-5]|2[0-4][0-9]|1[0-9]{2}|[1-9]?[0-9])){3}");

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
    return host.equalsIgnoreCase("localhost")
        || host.equals("[::1]")
        || LOOPBACK_V4.matcher(host).matches();
  }
}
