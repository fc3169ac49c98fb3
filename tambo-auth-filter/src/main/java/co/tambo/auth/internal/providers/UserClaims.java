package co.tambo.auth.internal.providers;

import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a token says of its user beyond who it is. Immutable.
 *
 * @param tenant the tenant or organisation; null without one
 * @param email null without one
 * @param emailVerified whether the issuer vouches for the e-mail address
 */
public record UserClaims(
    @Nullable String tenant,
    Set<String> roles,
    Set<String> scopes,
    Set<String> permissions,
    @Nullable String email,
    boolean emailVerified) {

  /** Reads the claims that most providers share; no tenant, no roles. */
  static UserClaims common(Map<String, Object> claims) {
    return new UserClaims(
        null,
        Set.of(),
        ClaimWords.of(claims.containsKey("scope") ? claims.get("scope") : claims.get("scp"), " "),
        ClaimWords.of(claims.get("permissions"), " "),
        claims.get("email") instanceof String email && !email.isEmpty() ? email : null,
        isTrue(claims.get("email_verified")));
  }

  /** Returns whether a provider means yes: some write the word. */
  static boolean isTrue(@Nullable Object value) {
    return Boolean.TRUE.equals(value) || "true".equals(value);
  }

  UserClaims withTenant(@Nullable Object value) {
    String text = value instanceof String words && !words.isBlank() ? words : null;
    return new UserClaims(text, roles, scopes, permissions, email, emailVerified);
  }

  UserClaims withRoles(Set<String> words) {
    return new UserClaims(tenant, words, scopes, permissions, email, emailVerified);
  }

  UserClaims withScopes(Set<String> words) {
    return new UserClaims(tenant, roles, words, permissions, email, emailVerified);
  }

  UserClaims withPermissions(Set<String> words) {
    return new UserClaims(tenant, roles, scopes, words, email, emailVerified);
  }

  UserClaims withEmailVerified(boolean verified) {
    return new UserClaims(tenant, roles, scopes, permissions, email, verified);
  }
}
