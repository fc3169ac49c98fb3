package co.tambo.auth;

import java.io.Serial;
import java.io.Serializable;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The one implementation of {@link TamboPrincipal}. */
final class UserPrincipal implements TamboPrincipal {

  @Serial private static final long serialVersionUID = 1L;

  /** What is known of a user beyond who it is. The sets and the map are immutable, serialisable. */
  @SuppressWarnings("serial") // the JDK's immutable collections are serialisable
  record Profile(
      String name,
      @Nullable String tenant,
      Set<String> roles,
      Set<String> scopes,
      Set<String> permissions,
      @Nullable String email,
      boolean emailVerified,
      Map<String, Object> claims)
      implements Serializable {

    static Profile named(String name) {
      return new Profile(name, null, Set.of(), Set.of(), Set.of(), null, false, Map.of());
    }
  }

  private final Source source;
  private final boolean verified;
  private final @Nullable String issuer;
  private final String subject;
  private final String contextKey;
  private final Profile profile;

  UserPrincipal(
      Source source,
      boolean verified,
      @Nullable String issuer,
      String subject,
      String contextKey,
      Profile profile) {
    this.source = source;
    this.verified = verified;
    this.issuer = issuer;
    this.subject = subject;
    this.contextKey = contextKey;
    this.profile = profile;
  }

  /** Returns the user that this server vouches for by key. */
  static UserPrincipal ofUserKey(String key) {
    return new UserPrincipal(Source.USER_KEY, true, null, key, key, Profile.named(key));
  }

  /** Returns the same user after Tambo has exchanged the token. */
  UserPrincipal exchanged() {
    return new UserPrincipal(Source.TOKEN_EXCHANGE, verified, issuer, subject, contextKey, profile);
  }

  @Override
  public String getName() {
    return profile.name();
  }

  @Override
  public String subject() {
    return subject;
  }

  @Override
  public Optional<String> issuer() {
    return Optional.ofNullable(issuer);
  }

  @Override
  public Optional<String> tenant() {
    return Optional.ofNullable(profile.tenant());
  }

  @Override
  public Set<String> roles() {
    return profile.roles();
  }

  @Override
  public Set<String> scopes() {
    return profile.scopes();
  }

  @Override
  public Set<String> permissions() {
    return profile.permissions();
  }

  @Override
  public Optional<String> email() {
    return Optional.ofNullable(profile.email());
  }

  @Override
  public boolean emailVerified() {
    return profile.emailVerified();
  }

  @Override
  public Map<String, Object> claims() {
    return profile.claims();
  }

  @Override
  public String contextKey() {
    return contextKey;
  }

  @Override
  public Source source() {
    return source;
  }

  @Override
  public boolean verified() {
    return verified;
  }

  /** Returns whether the other is the same user; a user key never equals a token's subject. */
  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof UserPrincipal that
        && subject.equals(that.subject)
        && Objects.equals(issuer, that.issuer)
        && (source == Source.USER_KEY) == (that.source == Source.USER_KEY);
  }

  @Override
  public int hashCode() {
    return Objects.hash(issuer, subject);
  }

  /** Returns the source, the issuer and the subject; none of the claims. */
  @Override
  public String toString() {
    return "TamboPrincipal[" + source.word() + ", " + issuer + ", " + subject + "]";
  }
}
