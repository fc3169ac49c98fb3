package co.tambo.servers.keycloak;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonStructure;
import java.io.InputStream;
import java.time.Duration;
import java.util.Objects;

/** The lab's realms, as Keycloak imports them. */
final class RealmFile {

  private RealmFile() {}

  static String text(Duration accessTokenLife) {
    return realm(accessTokenLife).toString();
  }

  /** Returns the same realm under another name, with organizations that its users belong to. */
  static JsonObject withOrganizations(String name, Duration accessTokenLife) {
    return Json.createObjectBuilder(realm(accessTokenLife))
        .add("id", name)
        .add("realm", name)
        .add("organizationsEnabled", true)
        .add("organizations", resource("lab-organizations.json").asJsonArray())
        .build();
  }

  private static JsonObject realm(Duration accessTokenLife) {
    return Json.createObjectBuilder(resource("lab-realm.json").asJsonObject())
        .add("accessTokenLifespan", accessTokenLife.toSeconds())
        .build();
  }

  private static JsonStructure resource(String name) {
    InputStream resource = RealmFile.class.getResourceAsStream(name);
    try (JsonReader reader = Json.createReader(Objects.requireNonNull(resource))) {
      return reader.read();
    }
  }
}
