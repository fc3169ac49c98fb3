package co.tambo.auth.testing;

import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** The projects of one server, and whether its database can be reached. Thread-safe. */
final class Projects {

  private final SecureRandom random = new SecureRandom();
  private final ApiKeys apiKeys = new ApiKeys(random);
  private final Map<String, TamboProject> byId = new ConcurrentHashMap<>();
  private volatile boolean databaseDown;

  TamboProject create() {
    byte[] secret = new byte[32];
    random.nextBytes(secret);
    String id = newId();
    TamboProject project = new TamboProject(id, apiKeys.keyOf(id), secret);
    byId.put(id, project);
    return project;
  }

  /** Returns a key that this server made for a project that is not there. */
  String keyWithoutProject() {
    return apiKeys.keyOf(newId());
  }

  /** Returns the project id of a request's API key; needs no database. */
  String authenticated(ReceivedRequest request) {
    return apiKeys.projectId(request).orElseThrow(() -> new Refusal(TamboAnswers.forbidden()));
  }

  Optional<TamboProject> find(String id) {
    return Optional.ofNullable(byId.get(id));
  }

  void setDatabaseDown(boolean down) {
    databaseDown = down;
  }

  boolean databaseDown() {
    return databaseDown;
  }

  private String newId() {
    byte[] bytes = new byte[7];
    random.nextBytes(bytes);
    String hex = HexFormat.of().formatHex(bytes);
    return "p_" + hex.substring(0, 8) + "." + hex.substring(8);
  }
}
