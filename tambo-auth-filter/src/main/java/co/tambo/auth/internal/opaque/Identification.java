package co.tambo.auth.internal.opaque;

import co.tambo.auth.internal.IdentityText;
import co.tambo.auth.internal.Rejection;
import co.tambo.auth.internal.TokenRejectedException;
import co.tambo.auth.internal.config.OpaqueSettings;
import co.tambo.auth.internal.config.ProviderSettings;
import co.tambo.auth.internal.keys.KeySource;
import co.tambo.auth.internal.opaque.Finding.Stated;
import co.tambo.auth.internal.providers.ClaimReading;
import co.tambo.auth.internal.providers.TokenView;
import co.tambo.auth.internal.providers.UserClaims;
import co.tambo.auth.internal.verify.TokenVerifier.Accepted;
import co.tambo.auth.internal.verify.TokenVerifier.Standing;
import co.tambo.auth.internal.verify.VerifiedToken;
import co.tambo.auth.internal.verify.VerifiedToken.Proof;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Says whose token it is, of what the check and the user info have stated. Thread-safe. */
final class Identification {

  /** How long a provider's word is taken: so long can a withdrawn token serve. */
  static final Duration RELIANCE = Duration.ofMinutes(5);

  private static final Standing NO_KEY = () -> new KeySource.Candidates(List.of());

  private final ProviderSettings provider;
  private final OpaqueSettings opaque;
  private final ClaimReading reading;

  Identification(ProviderSettings provider, OpaqueSettings opaque) {
    this.provider = provider;
    this.opaque = opaque;
    this.reading =
        new ClaimReading(provider.rules(), provider.rolesClaim(), provider.tenantClaim());
  }

  /**
   * Returns the verdict on a token that its provider stands by.
   *
   * @param check what the check has stated; nothing when there is none
   * @param user what the user info has stated; nothing when there is none
   * @param askedAt when the first question was asked
   */
  Accepted accepted(Stated check, Stated user, Instant askedAt) throws TokenRejectedException {
    Map<String, Object> claims = claims(check, user);
    String subject = subject(check.subject(), user.subject());
    Optional<Rejection> objection = provider.rules().objection(new TokenView(Map.of(), claims));
    if (objection.isPresent()) {
      throw new TokenRejectedException(objection.get());
    }
    UserClaims said = reading.user(claims);
    tenant(said.tenant());
    Instant limit = askedAt.plus(RELIANCE);
    Instant expiresAt = Objects.requireNonNullElse(check.expiresAt(), limit);
    VerifiedToken token =
        new VerifiedToken(
            provider,
            issuer(check.claims()),
            subject,
            earlier(expiresAt, limit),
            claims,
            said,
            opaque.userinfoUrl() == null ? Proof.ANSWER : Proof.USERINFO);
    return new Accepted(token, NO_KEY, earlier(expiresAt.plus(provider.clockSkew()), limit));
  }

  /** What was said of the token comes before what was said of the user. */
  private static Map<String, Object> claims(Stated check, Stated user) {
    Map<String, Object> claims = new LinkedHashMap<>(user.claims());
    claims.putAll(check.claims());
    return Collections.unmodifiableMap(claims);
  }

  private static String subject(@Nullable String ofCheck, @Nullable String ofUser)
      throws TokenRejectedException {
    if (ofCheck != null && ofUser != null && !ofCheck.equals(ofUser)) {
      throw new TokenRejectedException(Rejection.SUBJECTS_DIFFER);
    }
    String subject = ofUser == null ? ofCheck : ofUser;
    if (subject == null) {
      throw new TokenRejectedException(Rejection.USER_NOT_NAMED);
    }
    if (!IdentityText.usable(subject, IdentityText.SUBJECT_LENGTH)) {
      throw new TokenRejectedException(Rejection.SUBJECT_UNUSABLE);
    }
    return subject;
  }

  private void tenant(@Nullable String tenant) throws TokenRejectedException {
    if (!provider.tenants().isEmpty() && (tenant == null || !provider.tenants().contains(tenant))) {
      throw new TokenRejectedException(Rejection.TENANT_NOT_ACCEPTED);
    }
  }

  /** Tambo calls the issuer of an opaque token by the origin of its user info endpoint. */
  private String issuer(Map<String, Object> ofCheck) {
    if (opaque.userinfoUrl() != null) {
      return origin(opaque.userinfoUrl());
    }
    return ofCheck.get("iss") instanceof String issuer && !issuer.isEmpty()
        ? issuer
        : origin(Objects.requireNonNull(opaque.checkUrl()));
  }

  private static Instant earlier(Instant one, Instant other) {
    return one.isBefore(other) ? one : other;
  }

  /** Returns an address's origin as a browser spells it (RFC 6454 section 6.2). */
  static String origin(URI address) {
    String scheme = address.getScheme().toLowerCase(Locale.ROOT);
    int usual = scheme.equals("https") ? 443 : 80;
    boolean bare = address.getPort() < 0 || address.getPort() == usual;
    return scheme
        + "://"
        + address.getHost().toLowerCase(Locale.ROOT)
        + (bare ? "" : ":" + address.getPort());
  }
}
