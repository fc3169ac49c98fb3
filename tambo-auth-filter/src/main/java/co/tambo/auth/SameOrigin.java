package co.tambo.auth;

import co.tambo.auth.internal.config.AccessSettings;
import java.util.List;
import java.util.Set;

/**
 * Whether a request that the browser may have been led to comes from this site: asked of a token
 * from a cookie on an unsafe method (Fetch Metadata, or {@code Origin} without it).
 */
final class SameOrigin {

  private static final Set<String> SAFE = Set.of("GET", "HEAD", "OPTIONS");

  private final Set<String> allowedOrigins;

  SameOrigin(AccessSettings settings) {
    this.allowedOrigins = settings.allowedOrigins();
  }

  boolean proven(AuthRequest request) {
    if (SAFE.contains(request.method())) {
      return true;
    }
    List<String> site = request.headers("Sec-Fetch-Site");
    if (!site.isEmpty()) {
      return site.equals(List.of("same-origin"));
    }
    List<String> origin = request.headers("Origin");
    return origin.size() == 1 && isAllowed(origin.get(0), request.target().origin());
  }

  private boolean isAllowed(String origin, String own) {
    return allowedOrigins.isEmpty() ? origin.equals(own) : allowedOrigins.contains(origin);
  }
}
