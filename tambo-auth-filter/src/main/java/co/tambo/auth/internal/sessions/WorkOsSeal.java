package co.tambo.auth.internal.sessions;

import co.tambo.auth.internal.time.TimeSource;
import java.util.Optional;

/**
 * Opens the session cookie of WorkOS AuthKit ({@code wos-session}), which its application's own
 * cookie password seals. Thread-safe; never prints itself.
 */
public final class WorkOsSeal {

  /** The shortest password that WorkOS takes, in characters. */
  public static final int MIN_PASSWORD_LENGTH = 32;

  /** What follows the seal: how the session is laid out inside. */
  private static final String VERSION = "~2";

  private final String password;
  private final TimeSource time;

  /**
   * Takes the cookie password of the application.
   *
   * @param time for seals that expire; by default none does
   * @throws IllegalArgumentException if the password is too short
   */
  public WorkOsSeal(String password, TimeSource time) {
    if (password.length() < MIN_PASSWORD_LENGTH) {
      throw new IllegalArgumentException("a cookie password is too short");
    }
    this.password = password;
    this.time = time;
  }

  /**
   * Returns the access token of the session, which is not checked. Empty, without a reason, for
   * whatever the password has not sealed, and for a seal that expired more than 60 s ago.
   *
   * @param cookie the value of the cookie
   */
  public Optional<String> open(String cookie) {
    if (cookie.length() > CookieChunks.MAX_LENGTH || !cookie.endsWith(VERSION)) {
      return Optional.empty();
    }
    return IronSeal.parse(cookie.substring(0, cookie.length() - VERSION.length()))
        .flatMap(seal -> seal.open(password, time.now()))
        .flatMap(session -> SessionJson.text(session, "accessToken"));
  }
}
