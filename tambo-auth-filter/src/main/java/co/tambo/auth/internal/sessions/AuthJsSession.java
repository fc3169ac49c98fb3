package co.tambo.auth.internal.sessions;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Opens the session cookies of Auth.js (version 5) and NextAuth (version 4), which their
 * application's own secret seals. Immutable; never prints itself.
 */
public final class AuthJsSession {

  /** The session's cookie by default: version 5 and version 4, on http and on https. */
  public static final List<String> COOKIES =
      List.of(
          "authjs.session-token",
          "__Secure-authjs.session-token",
          "next-auth.session-token",
          "__Secure-next-auth.session-token");

  private final List<SessionKey> keys;

  /**
   * Derives the keys.
   *
   * @param secrets the application's secret, and those that it replaces; the first is tried first
   * @param cookieNames the session's cookie; version 5 seals each with a key of its own
   * @throws IllegalArgumentException if a secret is empty
   */
  public AuthJsSession(List<String> secrets, List<String> cookieNames) {
    if (secrets.contains("")) {
      throw new IllegalArgumentException("a session secret is empty");
    }
    keys = secrets.stream().flatMap(secret -> keys(secret, cookieNames)).toList();
  }

  /**
   * Returns the claims that a session holds, as JSON in UTF-8, neither of which is checked; nor is
   * {@code exp}. Empty, without a reason, for whatever none of the secrets has sealed.
   *
   * @param jwe the value of the cookie
   */
  public Optional<byte[]> open(String jwe) {
    return DirectJwe.parse(jwe)
        .flatMap(parsed -> keys.stream().flatMap(key -> key.open(parsed).stream()).findFirst());
  }

  private static Stream<SessionKey> keys(String secret, List<String> cookieNames) {
    Stream<SessionKey> version5 =
        cookieNames.stream()
            .flatMap(
                name ->
                    Arrays.stream(ContentEncryption.values())
                        .map(encryption -> SessionKey.ofCookie(name, encryption, secret)));
    return Stream.concat(version5, Stream.of(SessionKey.ofVersion4(secret)));
  }
}
