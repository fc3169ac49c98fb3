package co.tambo.auth;

/** What a request without a good credential may do on a path or a resource method. */
public enum AccessMode {
  /** Only identified users go on. */
  REQUIRED,
  /** A request without a credential goes on as anonymous; a bad credential is refused. */
  OPTIONAL,
  /** Every request goes on; one that is not identified does so as anonymous. */
  PERMISSIVE
}
