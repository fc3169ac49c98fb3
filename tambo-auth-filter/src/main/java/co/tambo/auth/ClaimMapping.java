package co.tambo.auth;

import co.tambo.auth.TamboPrincipal.Source;
import co.tambo.auth.UserPrincipal.Profile;
import co.tambo.auth.internal.ClaimPath;
import co.tambo.auth.internal.IdentityText;
import co.tambo.auth.internal.config.ProviderSettings;
import co.tambo.auth.internal.providers.UserClaims;
import co.tambo.auth.internal.verify.VerifiedToken;

/** Makes a principal of a verified token. */
final class ClaimMapping {

  private final ClaimPath name;

  ClaimMapping(ProviderSettings provider) {
    this.name = ClaimPath.of(provider.nameClaim());
  }

  UserPrincipal principal(VerifiedToken token) {
    return new UserPrincipal(
        Source.USER_TOKEN,
        token.verified(),
        token.issuer(),
        token.subject(),
        ContextKey.of(token.issuer(), token.subject(), token.keyClaims()::get),
        profile(token));
  }

  private Profile profile(VerifiedToken token) {
    UserClaims user = token.user();
    return new Profile(
        name.in(token.claims()) instanceof String text
                && IdentityText.usable(text, IdentityText.SUBJECT_LENGTH)
            ? text
            : token.subject(),
        user.tenant(),
        user.roles(),
        user.scopes(),
        user.permissions(),
        user.email(),
        user.emailVerified(),
        token.claims());
  }
}
