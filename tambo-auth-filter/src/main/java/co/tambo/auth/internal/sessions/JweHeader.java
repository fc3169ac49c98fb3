package co.tambo.auth.internal.sessions;

import co.tambo.auth.internal.json.Json;
import co.tambo.auth.internal.json.JsonException;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What is read of a JWE header (RFC 7516 section 4) whose algorithm is {@code dir}. */
record JweHeader(ContentEncryption encryption, @Nullable String kid) {

  static Optional<JweHeader> read(byte[] json) {
    try {
      Map<String, @Nullable Object> members = Json.readObject(json);
      return isPlain(members) ? of(members) : Optional.empty();
    } catch (JsonException e) {
      return Optional.empty();
    }
  }

  private static boolean isPlain(Map<String, @Nullable Object> members) {
    return "dir".equals(members.get("alg"))
        && !members.containsKey("zip")
        && !members.containsKey("crit")
        && (!members.containsKey("kid") || members.get("kid") instanceof String);
  }

  private static Optional<JweHeader> of(Map<String, @Nullable Object> members) {
    return ContentEncryption.of(members.get("enc"))
        .map(encryption -> new JweHeader(encryption, (String) members.get("kid")));
  }
}
