package co.tambo.servers.keycloak;

import co.tambo.servers.process.Deadline;
import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonReader;
import java.io.StringReader;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/** What a realm's administrator does, by Keycloak's admin REST API. Thread-safe. */
final class RealmAdmin {

  static final String USER = "admin";
  static final String PASSWORD = "admin-password";

  private final Http http = new Http();
  private final TokenEndpoint master;
  private final String realms;
  private final String name;
  private volatile Login login = new Login("", Deadline.after(Duration.ZERO));

  RealmAdmin(String origin, String realm) {
    this.master = new TokenEndpoint(origin + "/realms/master");
    this.realms = origin + "/admin/realms";
    this.name = realm;
  }

  /** Makes another realm. */
  void createRealm(JsonObject representation) {
    Http.expect(201, post("", representation));
  }

  /** Returns the key that signs with an algorithm, empty when none was made yet. */
  Optional<RealmKey> signingKey(String algorithm) {
    JsonObject keys = Http.json(Http.expect(200, get(of("/keys"))));
    String kid = keys.getJsonObject("active").getString(algorithm, "");
    return keys.getJsonArray("keys").getValuesAs(JsonObject.class).stream()
        .filter(key -> key.getString("kid", "").equals(kid))
        .map(key -> realmKey(key, algorithm))
        .findFirst();
  }

  /** Makes a new key that signs from now on; the others stay published. */
  RealmKey addKey(String algorithm) {
    long priority = signingKey(algorithm).map(RealmKey::priority).orElse(100L) + 1;
    JsonObject component = KeyProvider.generating(algorithm).component(name, algorithm, priority);
    Http.expect(201, post(of("/components"), component));
    return signingKey(algorithm)
        .filter(key -> key.priority() == priority)
        .orElseThrow(() -> new IllegalStateException("no new key for " + algorithm));
  }

  void removeKey(RealmKey key) {
    Http.expect(204, send(Http.request(realms + of("/components/") + key.provider()).DELETE()));
  }

  void set(LabClient client, String attribute, String value) {
    JsonArray found = array(Http.expect(200, get(of("/clients?clientId=") + client.id())));
    JsonObject before = found.getJsonObject(0);
    JsonObject after = with(before, "attributes", Map.of(attribute, value));
    Http.expect(204, put(of("/clients/") + before.getString("id"), after));
  }

  /** Configures what puts the claims of a client scope into tokens. */
  void configureMapper(String scope, Map<String, String> settings) {
    JsonObject found = named(scope, array(Http.expect(200, get(of("/client-scopes")))));
    String models = of("/client-scopes/") + found.getString("id") + "/protocol-mappers/models";
    JsonObject mapper = found.getJsonArray("protocolMappers").getJsonObject(0);
    Http.expect(204, put(models + "/" + mapper.getString("id"), with(mapper, "config", settings)));
  }

  private static JsonObject named(String name, JsonArray objects) {
    return objects.getValuesAs(JsonObject.class).stream()
        .filter(object -> object.getString("name").equals(name))
        .findFirst()
        .orElseThrow();
  }

  private static JsonObject with(JsonObject before, String member, Map<String, String> settings) {
    JsonObjectBuilder changed = Json.createObjectBuilder(before.getJsonObject(member));
    settings.forEach(changed::add);
    return Json.createObjectBuilder(before).add(member, changed).build();
  }

  private static RealmKey realmKey(JsonObject key, String algorithm) {
    return new RealmKey(
        key.getString("providerId"),
        key.getString("kid"),
        algorithm,
        key.getJsonNumber("providerPriority").longValue());
  }

  private String of(String path) {
    return "/" + name + path;
  }

  private HttpResponse<String> get(String path) {
    return send(Http.request(realms + path));
  }

  private HttpResponse<String> post(String path, JsonObject body) {
    return send(json(path).POST(BodyPublishers.ofString(body.toString())));
  }

  private HttpResponse<String> put(String path, JsonObject body) {
    return send(json(path).PUT(BodyPublishers.ofString(body.toString())));
  }

  private HttpRequest.Builder json(String path) {
    return Http.request(realms + path).header("Content-Type", "application/json");
  }

  private HttpResponse<String> send(HttpRequest.Builder request) {
    return http.send(request.header("Authorization", "Bearer " + freshLogin().token()));
  }

  private Login freshLogin() {
    Login current = login;
    if (current.fresh().passed()) {
      String token = master.password("admin-cli", USER, PASSWORD, "openid").accessToken();
      current = new Login(token, Deadline.after(Duration.ofSeconds(30)));
      login = current;
    }
    return current;
  }

  /** An administrator's token, which lives for a minute, for as long as it is surely good. */
  private record Login(String token, Deadline fresh) {

    @Override
    public String toString() {
      return "Login[****]";
    }
  }

  private static JsonArray array(HttpResponse<String> response) {
    try (JsonReader reader = Json.createReader(new StringReader(response.body()))) {
      return reader.readArray();
    }
  }
}
