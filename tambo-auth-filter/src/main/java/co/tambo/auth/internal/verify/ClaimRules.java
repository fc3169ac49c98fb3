package co.tambo.auth.internal.verify;

import co.tambo.auth.internal.IdentityText;
import co.tambo.auth.internal.Rejection;
import co.tambo.auth.internal.TokenRejectedException;
import co.tambo.auth.internal.config.ProviderSettings;
import co.tambo.auth.internal.providers.ClaimReading;
import co.tambo.auth.internal.providers.TokenView;
import co.tambo.auth.internal.providers.UserClaims;
import co.tambo.auth.internal.time.TimeSource;
import co.tambo.auth.internal.verify.VerifiedToken.Proof;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a provider's claims must say (RFC 7519 section 4.1, RFC 9068 section 4). */
final class ClaimRules {

  private final ProviderSettings provider;
  private final TimeSource time;
  private final ClaimReading reading;

  ClaimRules(ProviderSettings provider, TimeSource time) {
    this.provider = provider;
    this.time = time;
    this.reading =
        new ClaimReading(provider.rules(), provider.rolesClaim(), provider.tenantClaim());
  }

  /**
   * Checks claims.
   *
   * @param header the members of the JOSE header; empty where there is none
   * @param proof who vouches for the claims
   */
  VerifiedToken check(Map<String, ?> header, Claims claims, Proof proof)
      throws TokenRejectedException {
    Map<String, Object> members = withoutNulls(claims.members());
    TokenView token = new TokenView(header, members);
    String subject = subject(claims);
    Instant expiresAt = lifetime(claims);
    audience(claims, token);
    authorizedParty(claims, token);
    refuse(claims.has("cnf"), Rejection.BOUND_TO_A_KEY);
    objections(token);
    UserClaims user = reading.user(members);
    tenant(user);
    return new VerifiedToken(provider, claims.issuer(), subject, expiresAt, members, user, proof);
  }

  private void objections(TokenView token) throws TokenRejectedException {
    Optional<Rejection> objection = provider.rules().objection(token);
    if (objection.isPresent()) {
      throw new TokenRejectedException(objection.get());
    }
  }

  private void tenant(UserClaims user) throws TokenRejectedException {
    String tenant = user.tenant();
    refuse(
        !provider.tenants().isEmpty() && (tenant == null || !provider.tenants().contains(tenant)),
        Rejection.TENANT_NOT_ACCEPTED);
  }

  private static String subject(Claims claims) throws TokenRejectedException {
    String subject = claims.has("sub") ? claims.text("sub") : null;
    if (subject == null || !IdentityText.usable(subject, IdentityText.SUBJECT_LENGTH)) {
      throw new TokenRejectedException(Rejection.SUBJECT_UNUSABLE);
    }
    return subject;
  }

  private Instant lifetime(Claims claims) throws TokenRejectedException {
    Instant expiresAt = claims.date("exp");
    if (expiresAt == null) {
      throw new TokenRejectedException(Rejection.EXPIRY_MISSING);
    }
    Instant notBefore = claims.date("nbf");
    Instant issuedAt = claims.date("iat");
    Instant now = time.now();
    Duration skew = provider.clockSkew();
    refuse(!now.isBefore(expiresAt.plus(skew)), Rejection.EXPIRED);
    refuse(isAfter(notBefore, now.plus(skew)), Rejection.NOT_YET_VALID);
    refuse(isAfter(issuedAt, now.plus(skew)), Rejection.ISSUED_IN_FUTURE);
    return expiresAt;
  }

  private void audience(Claims claims, TokenView token) throws TokenRejectedException {
    List<String> audience = claims.texts("aud");
    refuse(
        provider.rules().boundByAudience(token)
            && !provider.audiences().isEmpty()
            && Collections.disjoint(audience, provider.audiences()),
        Rejection.AUDIENCE_NOT_ACCEPTED);
  }

  private void authorizedParty(Claims claims, TokenView token) throws TokenRejectedException {
    claims.text("azp");
    claims.text("client_id");
    String party = provider.rules().party(token);
    refuse(
        provider.rules().boundByParty(token)
            && !provider.authorizedParties().isEmpty()
            && (party == null || !provider.authorizedParties().contains(party)),
        Rejection.PARTY_NOT_ACCEPTED);
  }

  private static boolean isAfter(@Nullable Instant instant, Instant limit) {
    return instant != null && instant.isAfter(limit);
  }

  private static void refuse(boolean condition, Rejection rejection) throws TokenRejectedException {
    if (condition) {
      throw new TokenRejectedException(rejection);
    }
  }

  private static Map<String, Object> withoutNulls(Map<String, @Nullable Object> members) {
    if (!members.containsValue(null)) {
      return members;
    }
    Map<String, Object> claims = new LinkedHashMap<>();
    members.forEach(
        (name, value) -> {
          if (value != null) {
            claims.put(name, value);
          }
        });
    return Collections.unmodifiableMap(claims);
  }
}
