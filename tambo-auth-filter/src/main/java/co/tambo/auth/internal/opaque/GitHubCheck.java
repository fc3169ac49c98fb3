package co.tambo.auth.internal.opaque;

import co.tambo.auth.internal.Rejection;
import co.tambo.auth.internal.json.Json;
import co.tambo.auth.internal.opaque.Finding.Denied;
import co.tambo.auth.internal.opaque.Finding.Stated;
import co.tambo.auth.internal.time.TimeSource;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** Asks GitHub whether a token was issued to this application and is in force. */
final class GitHubCheck implements Question {

  static final String MEDIA_TYPE = "application/vnd.github+json";

  private final Endpoint endpoint;
  private final String clientId;
  private final String credentials;
  private final TimeSource time;

  GitHubCheck(Endpoint endpoint, String clientId, String clientSecret, TimeSource time) {
    this.endpoint = endpoint;
    this.clientId = clientId;
    this.credentials = BasicCredentials.plain(clientId, clientSecret);
    this.time = time;
  }

  @Override
  public CompletableFuture<Finding> ask(String token, Deadline deadline) {
    String json = Json.write(Map.of("access_token", token));
    return endpoint
        .send(
            request ->
                request
                    .header("Authorization", credentials)
                    .header("Accept", MEDIA_TYPE)
                    .header("Content-Type", "application/json")
                    .POST(BodyPublishers.ofString(json)),
            deadline)
        .thenApply(this::finding);
  }

  private Finding finding(Reply reply) {
    if (reply.says(404) || reply.says(422)) {
      return new Denied(Rejection.NOT_ACTIVE);
    }
    Map<String, @Nullable Object> members = reply.members();
    if (members == null) {
      return reply.unheard();
    }
    if (isOfAnother(members.get("app"))) {
      return new Denied(Rejection.NOT_ACTIVE);
    }
    try {
      return inForce(members, instant(members.get("expires_at")));
    } catch (DateTimeException e) {
      return reply.unheard();
    }
  }

  private Finding inForce(Map<String, @Nullable Object> members, @Nullable Instant expiresAt) {
    return expiresAt != null && !time.now().isBefore(expiresAt)
        ? new Denied(Rejection.EXPIRED)
        : new Stated(scopes(members.get("scopes")), user(members.get("user")), expiresAt);
  }

  /** The rest of the answer is not for keeping: the token itself is in it. */
  private static Map<String, Object> scopes(@Nullable Object scopes) {
    return scopes == null ? Map.of() : Map.of("scopes", scopes);
  }

  private boolean isOfAnother(@Nullable Object app) {
    return app instanceof Map<?, ?> named
        && named.get("client_id") != null
        && !clientId.equals(named.get("client_id"));
  }

  private static @Nullable String user(@Nullable Object user) {
    return user instanceof Map<?, ?> named ? UserId.text(named.get("id")) : null;
  }

  private static @Nullable Instant instant(@Nullable Object time) {
    if (time == null) {
      return null;
    }
    return DateTimeFormatter.ISO_OFFSET_DATE_TIME.parse(time.toString(), Instant::from);
  }
}
