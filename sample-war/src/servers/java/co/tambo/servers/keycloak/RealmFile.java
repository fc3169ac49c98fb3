package co.tambo.servers.keycloak;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.InputStream;
import java.time.Duration;
import java.util.Objects;

/** The lab realm, as Keycloak imports it. */
final class RealmFile {

  private RealmFile() {}

  static String text(Duration accessTokenLife) {
    InputStream resource = RealmFile.class.getResourceAsStream("lab-realm.json");
    try (JsonReader reader = Json.createReader(Objects.requireNonNull(resource))) {
      JsonObject realm = reader.readObject();
      return Json.createObjectBuilder(realm)
          .add("accessTokenLifespan", accessTokenLife.toSeconds())
          .build()
          .toString();
    }
  }
}
