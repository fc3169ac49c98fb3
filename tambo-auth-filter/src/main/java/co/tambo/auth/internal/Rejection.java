package co.tambo.auth.internal;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** Why a token was not accepted; for the log alone, never for the caller. */
public enum Rejection {
  TOO_LONG,
  NOT_COMPACT_JWS(
      "it is no signed token (JWT); send an ID token or a JWT access token, or set up"
          + " tambo.introspection-url"),
  NOT_CANONICAL_BASE64URL,
  HEADER_NOT_STRICT_JSON,
  CLAIMS_NOT_STRICT_JSON,
  ALGORITHM_NOT_ALLOWED,
  TYPE_NOT_ALLOWED,
  CRITICAL_HEADER,
  ISSUER_NOT_ACCEPTED,
  UNKNOWN_KEY,
  KEY_WITHDRAWN,
  BAD_SIGNATURE,
  SUBJECT_UNUSABLE,
  EXPIRY_MISSING,
  CLAIM_OF_WRONG_TYPE,
  EXPIRED,
  NOT_YET_VALID,
  ISSUED_IN_FUTURE,
  AUDIENCE_NOT_ACCEPTED,
  PARTY_NOT_ACCEPTED,
  TENANT_NOT_ACCEPTED("its tenant is not in tambo.tenant"),
  BOUND_TO_A_KEY,
  NOT_ACTIVE("its issuer says that it is not in force, or not for this application"),
  PROVIDER_REFUSED("the provider does not know it"),
  SUBJECTS_DIFFER("the introspection and the user info of its provider name different users"),
  USER_NOT_NAMED("the provider's answer names no user; ask for a token with the scope openid"),

  ANONYMOUS_USER(
      "its user has not signed in; to admit such users, set tambo.allow=anonymous-users"),
  BANNED_USER("the provider has banned its user"),
  MACHINE_TOKEN("it was issued to a program; to admit such, set tambo.allow=machine-tokens"),
  PERSONAL_ACCOUNT(
      "it is of a personal Microsoft account; to admit such, set tambo.allow=personal-accounts"),
  SESSION_NOT_OPENED("tambo.session-secret does not open it; set the secret of its front end"),
  SESSION_PENDING("its session has tasks left to do; let the user finish signing in"),
  NO_USER_ROLE("its role is not authenticated, so it is of no signed-in user"),

  CUSTOM_TOKEN(
      "it is a custom token, for signing in; send the ID token that Firebase gives for it"),
  EMULATOR_TOKEN("it is of the Auth emulator, which signs nothing; send a token of the project"),
  ENCRYPTED_TOKEN(
      "it is encrypted for its issuer; let the front end ask for an access token with the audience"
          + " of this application"),
  ENCRYPTED_SESSION(
      "it is the front end's encrypted session; set tambo.preset=authjs and tambo.session-secret,"
          + " or send the provider's ID token"),
  GRAPH_TOKEN("it is for Microsoft Graph; request a token for a scope of this application's API"),
  ID_TOKEN("it is an ID token; send the access token"),
  LEGACY_SECRET(
      "it is signed with the project's legacy secret; move the project to signing keys, or set"
          + " tambo.verification=secret"),
  LOGOUT_TOKEN("it is a logout token; send the access token"),
  OAUTH_TOKEN("it is of an OAuth application; send the session token"),
  OPAQUE_ACCESS_TOKEN(
      "it is an opaque access token; send the ID token, or set up tambo.introspection-url or"
          + " tambo.userinfo-url"),
  ORG_SERVER_TOKEN("it is for Okta's own API; use a custom authorization server"),
  PROJECT_API_KEY("it is a key of the project, no user's token; send the session's access token"),
  REFRESH_TOKEN("it is a refresh token; send the access token"),
  SEALED_SESSION("it is a sealed session; send its access token, or set tambo.session-secret"),
  SESSION_CACHE("it is a session cache cookie; send the token that the jwt plugin gives"),
  TOKEN_USE_NOT_ACCEPTED(
      "an access token needs tambo.client-id to be bound to this application, an ID token needs"
          + " tambo.audience");

  private static final Map<String, String> ADVICE =
      Arrays.stream(values())
          .collect(Collectors.toUnmodifiableMap(Rejection::word, rejection -> rejection.advice));

  private final String advice;

  Rejection() {
    this("");
  }

  Rejection(String advice) {
    this.advice = advice;
  }

  /** Returns the word that events and log lines use, such as {@code bad_signature}. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /**
   * Returns what a word is about and what to do, for the log; empty where the word says it, or is
   * none of these.
   */
  public static String advice(String word) {
    return ADVICE.getOrDefault(word, "");
  }
}
