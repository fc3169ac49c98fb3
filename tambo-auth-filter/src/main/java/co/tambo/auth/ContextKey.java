package co.tambo.auth;

import co.tambo.auth.internal.WhatwgHost;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The key under which Tambo keeps a user's threads, by Tambo's own rule. */
final class ContextKey {

  private static final String PREFIX = "oauth:user:";

  private ContextKey() {}

  /**
   * Returns the key that Tambo derives from a token.
   *
   * @param issuer the issuer, null without one
   * @param claims the claims {@code hd}, {@code tid} and {@code org_id}, by name
   */
  static String of(
      @Nullable String issuer, String subject, Function<String, @Nullable Object> claims) {
    if (issuer == null || issuer.isEmpty()) {
      return PREFIX + subject;
    }
    String host = host(issuer);
    String organisation = organisation(host, claims);
    return PREFIX + host + ":" + (organisation == null ? "" : organisation + ":") + subject;
  }

  private static @Nullable String organisation(
      String host, Function<String, @Nullable Object> claims) {
    String own =
        host.equals("accounts.google.com")
            ? text(claims.apply("hd"))
            : isMicrosoft(host) ? text(claims.apply("tid")) : null;
    return own == null ? text(claims.apply("org_id")) : own;
  }

  private static boolean isMicrosoft(String host) {
    return host.equals("login.microsoftonline.com")
        || host.endsWith(".microsoftonline.com")
        || host.equals("sts.windows.net");
  }

  private static @Nullable String text(@Nullable Object claim) {
    return claim instanceof String text && !text.isBlank() ? text : null;
  }

  /** Returns the host of an issuer that is a URL; otherwise the issuer with odd characters as _. */
  private static String host(String issuer) {
    String host = WhatwgHost.of(issuer);
    return host == null ? sanitised(issuer) : host;
  }

  private static String sanitised(String issuer) {
    StringBuilder text = new StringBuilder(issuer.length());
    for (int i = 0; i < issuer.length(); i++) {
      char c = issuer.charAt(i);
      text.append(isKept(c) ? c : '_');
    }
    return text.toString();
  }

  private static boolean isKept(char c) {
    return (c >= 'a' && c <= 'z')
        || (c >= 'A' && c <= 'Z')
        || (c >= '0' && c <= '9')
        || c == '.'
        || c == '-';
  }
}
