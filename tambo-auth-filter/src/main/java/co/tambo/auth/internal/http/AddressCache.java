package co.tambo.auth.internal.http;

import java.security.Security;
import org.jspecify.annotations.Nullable;

/** What the JVM's cache of resolved addresses is set to. */
final class AddressCache {

  private AddressCache() {}

  /** Returns whether every use of a host name resolves it anew. */
  static boolean isOff() {
    return isZero(timeToLive());
  }

  static boolean isZero(@Nullable String timeToLive) {
    return timeToLive != null && timeToLive.strip().equals("0");
  }

  private static @Nullable String timeToLive() {
    String property = Security.getProperty("networkaddress.cache.ttl");
    return property != null ? property : System.getProperty("sun.net.inetaddr.ttl");
  }
}
