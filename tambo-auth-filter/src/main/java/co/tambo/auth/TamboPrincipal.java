package co.tambo.auth;

import java.io.Serializable;
import java.security.Principal;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A Tambo user. Immutable, thread-safe, serialisable, and without any secret. Made only by this
 * library; two principals are equal when issuer and subject are.
 */
public interface TamboPrincipal extends Principal, Serializable {

  /** How the user came to be known; {@link #word()} is what Tambo's SDK calls it. */
  enum Source {
    /** A user token that was verified here. */
    USER_TOKEN("userToken"),
    /** A user token that Tambo has exchanged. */
    TOKEN_EXCHANGE("tokenExchange"),
    /** A user key that this server vouches for. */
    USER_KEY("userKey");

    private final String word;

    Source(String word) {
      this.word = word;
    }

    /** Returns the source in Tambo's own spelling. */
    public String word() {
      return word;
    }
  }

  /** Returns the value of the configured name claim; the user key for a user known by key. */
  @Override
  String getName();

  /** Returns the subject (RFC 7519 section 4.1.2), or the user key. */
  String subject();

  /** Returns the issuer (RFC 7519 section 4.1.1); empty for a user key. */
  Optional<String> issuer();

  /** Returns the tenant or organisation, if the token names one. */
  Optional<String> tenant();

  /** Returns the roles, as {@code isUserInRole} compares them. */
  Set<String> roles();

  /** Returns the scopes that were granted (RFC 9068 section 2.2.3). */
  Set<String> scopes();

  /** Returns the provider's permissions, apart from roles and scopes. */
  Set<String> permissions();

  /** Returns the e-mail address, if the token has one. */
  Optional<String> email();

  /** Returns whether the issuer says that it has verified the e-mail address. */
  boolean emailVerified();

  /** Returns the token's claims, JSON nulls left out; empty for a user key. Deeply immutable. */
  Map<String, Object> claims();

  /** Returns the key under which Tambo keeps this user's threads; the user key for a user key. */
  String contextKey();

  /** Returns how the user came to be known. */
  Source source();

  /** Returns whether a signature stands behind this identity, checked here or by Tambo. */
  boolean verified();
}
