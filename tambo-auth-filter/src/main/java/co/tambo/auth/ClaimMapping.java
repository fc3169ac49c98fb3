package co.tambo.auth;

import co.tambo.auth.TamboPrincipal.Source;
import co.tambo.auth.UserPrincipal.Profile;
import co.tambo.auth.internal.ClaimPath;
import co.tambo.auth.internal.IdentityText;
import co.tambo.auth.internal.config.ProviderSettings;
import co.tambo.auth.internal.verify.VerifiedToken;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.StringTokenizer;
import org.jspecify.annotations.Nullable;

/** Makes a principal of a provider's claims, by the claim names or pointers that are configured. */
final class ClaimMapping {

  private final ClaimPath name;
  private final @Nullable ClaimPath roles;
  private final @Nullable ClaimPath tenant;

  ClaimMapping(ProviderSettings provider) {
    this.name = ClaimPath.of(provider.nameClaim());
    this.roles = provider.rolesClaim() == null ? null : ClaimPath.of(provider.rolesClaim());
    this.tenant = provider.tenantClaim() == null ? null : ClaimPath.of(provider.tenantClaim());
  }

  UserPrincipal principal(VerifiedToken token) {
    Map<String, Object> claims = token.claims();
    return new UserPrincipal(
        Source.USER_TOKEN,
        token.signed(),
        token.issuer(),
        token.subject(),
        ContextKey.of(token.issuer(), token.subject(), claims::get),
        profile(token.subject(), claims));
  }

  private Profile profile(String subject, Map<String, Object> claims) {
    return new Profile(
        name.in(claims) instanceof String text
                && IdentityText.usable(text, IdentityText.SUBJECT_LENGTH)
            ? text
            : subject,
        tenant != null && tenant.in(claims) instanceof String text ? text : null,
        roles == null ? Set.of() : words(roles.in(claims), " ,"),
        words(claims.containsKey("scope") ? claims.get("scope") : claims.get("scp"), " "),
        words(claims.get("permissions"), " "),
        claims.get("email") instanceof String email ? email : null,
        "true".equals(String.valueOf(claims.get("email_verified"))),
        claims);
  }

  /** Returns the texts of an array, or the words of one text; anything else has none. */
  private static Set<String> words(@Nullable Object value, String separators) {
    Set<String> words = new LinkedHashSet<>();
    if (value instanceof String text) {
      StringTokenizer tokens = new StringTokenizer(text, separators);
      tokens.asIterator().forEachRemaining(word -> words.add((String) word));
    } else if (value instanceof Collection<?> items) {
      items.forEach(
          item -> {
            if (item instanceof String word && !word.isBlank()) {
              words.add(word);
            }
          });
    }
    return words.isEmpty() ? Set.of() : Collections.unmodifiableSet(words);
  }
}
