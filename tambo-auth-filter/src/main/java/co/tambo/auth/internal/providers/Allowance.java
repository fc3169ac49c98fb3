package co.tambo.auth.internal.providers;

/** What presets refuse unless it is allowed. */
public enum Allowance {
  /** Users who have not signed in. */
  ANONYMOUS_USERS,
  /** Tokens that were issued to a program rather than a person. */
  MACHINE_TOKENS,
  /** Microsoft accounts that belong to no organisation. */
  PERSONAL_ACCOUNTS
}
