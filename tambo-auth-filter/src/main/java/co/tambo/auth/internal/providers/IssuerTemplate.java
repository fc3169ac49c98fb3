package co.tambo.auth.internal.providers;

import org.jspecify.annotations.Nullable;

/** Issuers that hold the tenant, as Entra's metadata for several tenants writes them. */
public final class IssuerTemplate {

  /** What stands for the tenant. */
  public static final String TENANT = "{tenantid}";

  private static final int GUID_LENGTH = 36;

  private IssuerTemplate() {}

  /**
   * Returns the template of an issuer, null when it does not hold the tenant exactly once, or the
   * tenant is no GUID.
   */
  public static @Nullable String of(@Nullable String issuer, @Nullable String tenant) {
    if (issuer == null || tenant == null || !isGuid(tenant) || issuer.indexOf('{') >= 0) {
      return null;
    }
    int at = issuer.indexOf(tenant);
    return at < 0 || issuer.indexOf(tenant, at + 1) >= 0
        ? null
        : issuer.substring(0, at) + TENANT + issuer.substring(at + GUID_LENGTH);
  }

  /** Returns whether a text is a GUID in lower case, as Entra writes tenants. */
  static boolean isGuid(String text) {
    boolean guid = text.length() == GUID_LENGTH;
    for (int i = 0; guid && i < GUID_LENGTH; i++) {
      char c = text.charAt(i);
      boolean dash = i == 8 || i == 13 || i == 18 || i == 23;
      guid = dash ? c == '-' : (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f');
    }
    return guid;
  }
}
