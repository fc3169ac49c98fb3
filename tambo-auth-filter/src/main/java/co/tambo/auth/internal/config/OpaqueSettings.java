package co.tambo.auth.internal.config;

import java.net.URI;
import org.jspecify.annotations.Nullable;

/**
 * How tokens are checked that are not signed. At least one address is there.
 *
 * @param checkUrl tells whether a token is in force and for this application; null without one
 * @param check how it is asked
 * @param userinfoUrl tells who the user is; null when the check tells that too
 * @param clientId this application's id at the provider; null without a check
 * @param clientSecret its secret; null without a check; never printed
 */
public record OpaqueSettings(
    @Nullable URI checkUrl,
    Check check,
    @Nullable URI userinfoUrl,
    @Nullable String clientId,
    @Nullable String clientSecret) {

  /** The ways to ask. */
  public enum Check {
    /** RFC 7662. */
    INTROSPECTION,
    /** GitHub's own check of a token, which answers 404 for another application's. */
    GITHUB
  }

  @Override
  public String toString() {
    return "OpaqueSettings[" + check + ", " + checkUrl + ", " + userinfoUrl + ", " + clientId + "]";
  }
}
