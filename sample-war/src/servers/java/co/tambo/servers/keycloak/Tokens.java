package co.tambo.servers.keycloak;

import jakarta.json.JsonObject;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A token response (RFC 6749 section 5.1). Prints none of them.
 *
 * @param idToken null where no user logged in
 * @param refreshToken null where there is none
 */
public record Tokens(String accessToken, @Nullable String idToken, @Nullable String refreshToken) {

  static Tokens of(JsonObject response) {
    return new Tokens(
        Objects.requireNonNull(response.getString("access_token", null), "access_token"),
        response.getString("id_token", null),
        response.getString("refresh_token", null));
  }

  @Override
  public String toString() {
    return "Tokens[****]";
  }
}
