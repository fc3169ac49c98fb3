package co.tambo.auth.testing;

import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Makes the key under which a bearer's threads are kept. */
final class ContextKey {

  private static final String PREFIX = "oauth:user:";

  private ContextKey() {}

  /** Returns the key for the claims of a token that Tambo has issued. */
  static String of(Map<String, @Nullable Object> claims) {
    String subject = Claims.printed(claims.get("sub"));
    String issuer = Claims.text(claims, "original_iss");
    if (issuer == null || issuer.isEmpty()) {
      return PREFIX + subject;
    }
    String host = host(issuer);
    String organisation = organisation(host, claims);
    return PREFIX + host + ":" + (organisation == null ? "" : organisation + ":") + subject;
  }

  private static @Nullable String organisation(String host, Map<String, @Nullable Object> claims) {
    String domain = notBlank(claims, "original_hd");
    if (host.equals("accounts.google.com") && domain != null) {
      return domain;
    }
    String tenant = notBlank(claims, "original_tid");
    if (isMicrosoft(host) && tenant != null) {
      return tenant;
    }
    return notBlank(claims, "original_org_id");
  }

  private static boolean isMicrosoft(String host) {
    return host.endsWith(".microsoftonline.com") || host.equals("sts.windows.net");
  }

  private static @Nullable String notBlank(Map<String, @Nullable Object> claims, String name) {
    String text = Claims.text(claims, name);
    return text == null || text.isBlank() ? null : text;
  }

  private static String host(String issuer) {
    Optional<WebUrl> url = WebUrl.parse(issuer);
    return url.isPresent() ? url.get().host() : issuer.replaceAll("[^A-Za-z0-9.-]", "_");
  }
}
