package co.tambo.auth;

import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Where a request is going, as its container understood it.
 *
 * @param origin scheme, host and non-default port of the request itself, as a browser's {@code
 *     Origin} header would spell it
 * @param rawPath the path as the client sent it, undecoded and without the query; null for a
 *     dispatch, whose path the application chose
 * @param contextPath the application's context path, empty for the root
 * @param path the decoded path below the context path, as the container matched it
 * @param query the undecoded query, null when there is none
 */
public record RequestTarget(
    String origin,
    @Nullable String rawPath,
    String contextPath,
    String path,
    @Nullable String query) {

  /** Checks that nothing but the raw path and the query is null. */
  public RequestTarget {
    Objects.requireNonNull(origin, "origin");
    Objects.requireNonNull(contextPath, "contextPath");
    Objects.requireNonNull(path, "path");
  }

  /** Returns an origin as a browser's {@code Origin} header spells it (RFC 6454 section 6.2). */
  public static String origin(String scheme, String host, int port) {
    String lowerScheme = scheme.toLowerCase(Locale.ROOT);
    String lowerHost = host.toLowerCase(Locale.ROOT);
    boolean bare = lowerHost.indexOf(':') >= 0 && !lowerHost.startsWith("[");
    boolean usual = port == (lowerScheme.equals("https") ? 443 : 80);
    return lowerScheme
        + "://"
        + (bare ? "[" + lowerHost + "]" : lowerHost)
        + (usual ? "" : ":" + port);
  }
}
