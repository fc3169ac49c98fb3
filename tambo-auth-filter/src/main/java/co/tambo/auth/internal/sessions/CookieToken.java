package co.tambo.auth.internal.sessions;

import co.tambo.auth.internal.jose.Base64Url;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * The user token that a front end keeps in a cookie: whole or in chunks, by itself or as the access
 * token of a session's JSON. Not checked yet.
 */
public sealed interface CookieToken {

  /** No such cookie, or an empty one. */
  record None() implements CookieToken {}

  /** The token, never empty. A sealed session ({@code wos-session}, Auth.js) is one too. */
  record Found(String token) implements CookieToken {
    @Override
    public String toString() {
      return "Found[****]";
    }
  }

  /** The cookie, or one of its chunks, is there twice. */
  record Conflict() implements CookieToken {}

  /** The cookie is too long, or a session's JSON without a token that can be read. */
  record Unreadable() implements CookieToken {}

  /**
   * Reads the token. The cookie of the plain name wins; where there is none, the chunks {@code
   * NAME.0}, {@code NAME.1} and so on are joined until one is missing. Quotes are part of a value,
   * as everywhere here. Of a session nothing but its access token is taken.
   *
   * @param cookies gives the values of every cookie of a name, as they came; empty without one
   */
  static CookieToken read(String name, Function<String, List<String>> cookies) {
    CookieToken value = CookieChunks.join(name, cookies);
    return value instanceof Found found ? unpacked(found) : value;
  }

  private static CookieToken unpacked(Found value) {
    String text = value.token();
    if (text.startsWith("base64-")) {
      return accessToken(Base64Url.decode(text, "base64-".length(), text.length()));
    }
    if (text.startsWith("{")) {
      return accessToken(Optional.of(text.getBytes(StandardCharsets.UTF_8)));
    }
    return text.startsWith("%7B") || text.startsWith("%7b")
        ? accessToken(PercentEncoding.decode(text))
        : value;
  }

  private static CookieToken accessToken(Optional<byte[]> json) {
    return json.flatMap(utf8 -> SessionJson.text(utf8, "access_token"))
        .<CookieToken>map(Found::new)
        .orElseGet(Unreadable::new);
  }
}
