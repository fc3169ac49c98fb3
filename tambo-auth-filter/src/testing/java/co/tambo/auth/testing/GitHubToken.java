package co.tambo.auth.testing;

import co.tambo.auth.internal.json.Json;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A token that GitHub has given out.
 *
 * @param clientId the application that it was issued to
 * @param type the kind of its user
 */
record GitHubToken(String clientId, long id, String login, String type) {

  /** The type of what has no user. */
  static final String INSTALLATION = "Installation";

  boolean hasUser() {
    return !type.equals(INSTALLATION);
  }

  /** Returns what the user endpoint says. */
  String user() {
    Map<String, @Nullable Object> user = account();
    user.put("name", null);
    user.put("email", null);
    return Json.write(user);
  }

  /** Returns what the check says. */
  String check(String token) {
    Map<String, @Nullable Object> check = new LinkedHashMap<>();
    check.put("id", 1);
    check.put("token", token);
    check.put("app", Map.of("client_id", clientId, "name", "an application"));
    check.put("scopes", List.of("read:user"));
    check.put("expires_at", null);
    check.put("user", account());
    return Json.write(check);
  }

  private Map<String, @Nullable Object> account() {
    Map<String, @Nullable Object> account = new LinkedHashMap<>();
    account.put("login", login);
    account.put("id", id);
    account.put("type", type);
    return account;
  }
}
