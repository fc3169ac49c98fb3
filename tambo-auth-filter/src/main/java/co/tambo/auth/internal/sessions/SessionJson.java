package co.tambo.auth.internal.sessions;

import co.tambo.auth.internal.json.Json;
import co.tambo.auth.internal.json.JsonException;
import java.util.Optional;

/** The JSON of a session, of which one member is read; the rest, refresh tokens too, is dropped. */
final class SessionJson {

  private SessionJson() {}

  /** Returns a member that is a text and not empty; empty for anything else. */
  static Optional<String> text(byte[] utf8, String member) {
    try {
      return Json.readObject(utf8).get(member) instanceof String text && !text.isEmpty()
          ? Optional.of(text)
          : Optional.empty();
    } catch (JsonException e) {
      return Optional.empty();
    }
  }
}
