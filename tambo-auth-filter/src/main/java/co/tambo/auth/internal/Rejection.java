package co.tambo.auth.internal;

/** Why a token was not accepted; for the log alone, never for the caller. */
public enum Rejection {
  TOO_LONG,
  NOT_COMPACT_JWS,
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
  BOUND_TO_A_KEY;

  /** Returns the word that events and log lines use, such as {@code bad_signature}. */
  public String word() {
    return name().toLowerCase(java.util.Locale.ROOT);
  }
}
