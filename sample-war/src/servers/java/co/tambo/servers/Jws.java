package co.tambo.servers;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** What a compact JWS says, unverified. */
record Jws(JsonObject header, JsonObject claims) {

  static Jws of(String token) {
    String[] parts = token.split("\\.", -1);
    return new Jws(json(parts[0]), json(parts[1]));
  }

  private static JsonObject json(String part) {
    String text = new String(Base64.getUrlDecoder().decode(part), StandardCharsets.UTF_8);
    try (JsonReader reader = Json.createReader(new StringReader(text))) {
      return reader.readObject();
    }
  }
}
