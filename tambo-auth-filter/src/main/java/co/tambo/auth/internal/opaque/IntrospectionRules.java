package co.tambo.auth.internal.opaque;

import co.tambo.auth.internal.Rejection;
import co.tambo.auth.internal.TokenRejectedException;
import co.tambo.auth.internal.config.ProviderSettings;
import co.tambo.auth.internal.opaque.Finding.Denied;
import co.tambo.auth.internal.opaque.Finding.Stated;
import co.tambo.auth.internal.providers.TokenView;
import co.tambo.auth.internal.time.TimeSource;
import co.tambo.auth.internal.verify.Claims;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What the introspection of a token in force must say (RFC 7662 section 2.2). */
final class IntrospectionRules {

  private static final Set<String> REFRESHING = Set.of("refresh_token", "refresh", "offline");

  private final ProviderSettings provider;
  private final AnsweredIssuers issuers;
  private final TimeSource time;

  IntrospectionRules(ProviderSettings provider, AnsweredIssuers issuers, TimeSource time) {
    this.provider = provider;
    this.issuers = issuers;
    this.time = time;
  }

  Finding judge(Map<String, @Nullable Object> members) {
    try {
      Claims claims = new Claims(members);
      Instant expiresAt = lifetime(claims);
      issuer(claims.text("iss"));
      kind(claims);
      binding(claims);
      return new Stated(stated(members), claims.text("sub"), expiresAt);
    } catch (TokenRejectedException e) {
      return new Denied(e.rejection());
    }
  }

  private static Map<String, Object> stated(Map<String, @Nullable Object> members) {
    Map<String, Object> claims = new LinkedHashMap<>(Reply.withoutNulls(members));
    claims.remove("active");
    return claims;
  }

  private @Nullable Instant lifetime(Claims claims) throws TokenRejectedException {
    Instant expiresAt = claims.date("exp");
    Instant notBefore = claims.date("nbf");
    Instant now = time.now();
    Duration skew = provider.clockSkew();
    refuse(expiresAt != null && !now.isBefore(expiresAt.plus(skew)), Rejection.EXPIRED);
    refuse(notBefore != null && notBefore.isAfter(now.plus(skew)), Rejection.NOT_YET_VALID);
    return expiresAt;
  }

  /** No provider may name users of another one. */
  private void issuer(@Nullable String issuer) throws TokenRejectedException {
    refuse(issuer != null && !issuers.accepts(issuer), Rejection.ISSUER_NOT_ACCEPTED);
  }

  /** Refresh tokens are in force too, and tokens that are bound to a key prove nothing alone. */
  private static void kind(Claims claims) throws TokenRejectedException {
    for (String claim : List.of("token_type", "token_use", "typ")) {
      String kind = claims.members().get(claim) instanceof String text ? text : "";
      refuse(REFRESHING.contains(kind.toLowerCase(Locale.ROOT)), Rejection.REFRESH_TOKEN);
      refuse(kind.equalsIgnoreCase("DPoP"), Rejection.BOUND_TO_A_KEY);
    }
    refuse(claims.has("cnf"), Rejection.BOUND_TO_A_KEY);
  }

  /** Checks what the answer has of audience and party; it has to have one that can be checked. */
  private void binding(Claims claims) throws TokenRejectedException {
    List<String> audience = claims.texts("aud");
    claims.text("azp");
    claims.text("client_id");
    String party = provider.rules().party(new TokenView(Map.of(), claims.members()));
    boolean byAudience = !provider.audiences().isEmpty() && !audience.isEmpty();
    boolean byParty = !provider.authorizedParties().isEmpty() && party != null;
    refuse(
        byAudience && audience.stream().noneMatch(provider.audiences()::contains),
        Rejection.AUDIENCE_NOT_ACCEPTED);
    refuse(byParty && !provider.authorizedParties().contains(party), Rejection.PARTY_NOT_ACCEPTED);
    refuse(
        !byAudience && !byParty && !provider.audiences().isEmpty(),
        Rejection.AUDIENCE_NOT_ACCEPTED);
    refuse(
        !byAudience && !byParty && !provider.authorizedParties().isEmpty(),
        Rejection.PARTY_NOT_ACCEPTED);
  }

  private static void refuse(boolean condition, Rejection rejection) throws TokenRejectedException {
    if (condition) {
      throw new TokenRejectedException(rejection);
    }
  }
}
