package co.tambo.auth;

import co.tambo.auth.internal.Fingerprint;

/** Says who stands behind a token. One implementation verifies here, the other asks Tambo. */
interface Judgement {

  /** Returns how long a token may be, in characters; a longer one is refused unread. */
  int longest();

  /**
   * Judges a token.
   *
   * @param waits whether the request may wait for Tambo
   */
  Verdict of(String token, Fingerprint fingerprint, boolean waits);
}
