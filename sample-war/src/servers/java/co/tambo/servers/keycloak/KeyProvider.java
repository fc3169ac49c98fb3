package co.tambo.servers.keycloak;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.util.Map;

/**
 * What makes keys for a JWS algorithm in Keycloak.
 *
 * @param id the name of the generator
 * @param settings its settings for that algorithm
 */
record KeyProvider(String id, Map<String, String> settings) {

  static KeyProvider generating(String algorithm) {
    return switch (algorithm) {
      case "ES256" -> new KeyProvider("ecdsa-generated", Map.of("ecdsaEllipticCurveKey", "P-256"));
      case "ES384" -> new KeyProvider("ecdsa-generated", Map.of("ecdsaEllipticCurveKey", "P-384"));
      case "ES512" -> new KeyProvider("ecdsa-generated", Map.of("ecdsaEllipticCurveKey", "P-521"));
      case "EdDSA" ->
          new KeyProvider("eddsa-generated", Map.of("eddsaEllipticCurveKey", "Ed25519"));
      default -> new KeyProvider("rsa-generated", Map.of("algorithm", algorithm));
    };
  }

  /** Returns the component to create; its priority is also what keeps its name unique. */
  JsonObject component(String realm, String algorithm, long priority) {
    JsonObjectBuilder config = Json.createObjectBuilder();
    settings.forEach((name, value) -> config.add(name, Json.createArrayBuilder().add(value)));
    config.add("priority", Json.createArrayBuilder().add(Long.toString(priority)));
    return Json.createObjectBuilder()
        .add("name", algorithm + " " + priority)
        .add("parentId", realm)
        .add("providerType", "org.keycloak.keys.KeyProvider")
        .add("providerId", id)
        .add("config", config)
        .build();
  }
}
