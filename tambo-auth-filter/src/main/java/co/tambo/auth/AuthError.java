package co.tambo.auth;

import org.jspecify.annotations.Nullable;

/**
 * The closed catalogue of what a caller can be told. A code is stable; the title and the detail are
 * fixed texts, so that no answer says why exactly a token failed.
 */
public enum AuthError {
  /** No credential came with the request (RFC 6750 section 3.1: no {@code error} parameter). */
  CREDENTIAL_MISSING("TAMBO-100", 401, null, "Authentication is required."),
  /** A b64token that is no acceptable token here, or that Tambo refused. */
  TOKEN_INVALID("TAMBO-101", 401, "invalid_token", "The user token is not accepted."),

  /** More than one credential: two tokens, two headers, or a token and a key. */
  CREDENTIALS_CONFLICT(
      "TAMBO-110",
      400,
      "invalid_request",
      "The request carries more than one credential; send exactly one."),
  /** A bearer header that does not follow RFC 6750 section 2.1. */
  CREDENTIAL_MALFORMED(
      "TAMBO-111", 400, "invalid_request", "The credential in the request is malformed."),
  /** A user key from a header that cannot be a user key. */
  USER_KEY_REFUSED("TAMBO-112", 400, "invalid_request", "The user key is not accepted."),

  /** The user is known but lacks a role or a scope. */
  INSUFFICIENT_SCOPE(
      "TAMBO-120", 403, "insufficient_scope", "The user may not access this resource."),
  /** A token from a cookie on an unsafe method without same-origin proof. */
  CROSS_ORIGIN("TAMBO-121", 403, null, "The request does not come from this site."),

  /** The issuer's keys, or its word about an opaque token, cannot be had at present. */
  KEYS_UNAVAILABLE(
      "TAMBO-200", 503, null, "The user token cannot be verified at present; try again."),
  /** Tambo cannot be reached, is overloaded or did not answer in time. */
  EXCHANGE_UNAVAILABLE("TAMBO-201", 503, null, "Tambo cannot be reached at present; try again."),
  /** Anything in this library that should not have happened. */
  DEFECT("TAMBO-209", 503, null, "Authentication is not possible at present; try again."),

  /** Tambo refuses the configured API key. */
  API_KEY_REFUSED("TAMBO-300", 500, null, "The application is not set up for Tambo correctly."),
  /** The configured address never answered as Tambo does. */
  NOT_TAMBO("TAMBO-301", 500, null, "The application is not set up for Tambo correctly."),
  /** A session, attribute or principal gave something that cannot be a credential. */
  CREDENTIAL_UNUSABLE("TAMBO-302", 500, null, "The application is not set up for Tambo correctly."),
  /** The application asked for a Tambo token that cannot be had: no user token, or no API key. */
  TOKEN_NOT_OBTAINABLE(
      "TAMBO-303", 500, null, "The application is not set up for Tambo correctly.");

  private final String code;
  private final int status;
  private final String bearerError;
  private final String detail;

  AuthError(String code, int status, @Nullable String bearerError, String detail) {
    this.code = code;
    this.status = status;
    this.bearerError = bearerError == null ? "" : bearerError;
    this.detail = detail;
  }

  /** Returns the stable code, {@code TAMBO-…}. */
  public String code() {
    return code;
  }

  /** Returns the HTTP status of the answer. */
  public int status() {
    return status;
  }

  /** Returns the {@code error} of the challenge (RFC 6750 section 3.1), empty when it has none. */
  public String bearerError() {
    return bearerError;
  }

  /** Returns the fixed sentence that the answer carries. */
  public String detail() {
    return detail;
  }
}
