package co.tambo.auth.internal.verify;

import co.tambo.auth.internal.IdentityText;
import co.tambo.auth.internal.Rejection;
import co.tambo.auth.internal.TokenRejectedException;
import co.tambo.auth.internal.config.ProviderSettings;
import co.tambo.auth.internal.time.TimeSource;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a provider's claims must say (RFC 7519 section 4.1, RFC 9068 section 4). */
final class ClaimRules {

  private final ProviderSettings provider;
  private final TimeSource time;

  ClaimRules(ProviderSettings provider, TimeSource time) {
    this.provider = provider;
    this.time = time;
  }

  VerifiedToken check(Claims claims, boolean signed) throws TokenRejectedException {
    String subject = subject(claims);
    Instant expiresAt = lifetime(claims);
    audience(claims);
    authorizedParty(claims);
    refuse(claims.has("cnf"), Rejection.BOUND_TO_A_KEY);
    return new VerifiedToken(
        provider, claims.issuer(), subject, expiresAt, withoutNulls(claims.members()), signed);
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

  private void audience(Claims claims) throws TokenRejectedException {
    List<String> audience = claims.texts("aud");
    refuse(
        !provider.audiences().isEmpty()
            && audience.stream().noneMatch(provider.audiences()::contains),
        Rejection.AUDIENCE_NOT_ACCEPTED);
  }

  private void authorizedParty(Claims claims) throws TokenRejectedException {
    String azp = claims.text("azp");
    String party = azp == null ? claims.text("client_id") : azp;
    refuse(
        !provider.authorizedParties().isEmpty()
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
