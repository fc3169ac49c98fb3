package co.tambo.auth.internal.opaque;

import co.tambo.auth.internal.Rejection;
import co.tambo.auth.internal.opaque.Finding.Denied;
import java.net.URLEncoder;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** Asks whether a token is in force, and what it is (RFC 7662). */
final class Introspection implements Question {

  private final Endpoint endpoint;
  private final String credentials;
  private final IntrospectionRules rules;

  Introspection(Endpoint endpoint, String credentials, IntrospectionRules rules) {
    this.endpoint = endpoint;
    this.credentials = credentials;
    this.rules = rules;
  }

  @Override
  public CompletableFuture<Finding> ask(String token, Deadline deadline) {
    String form =
        "token="
            + URLEncoder.encode(token, StandardCharsets.UTF_8)
            + "&token_type_hint=access_token";
    return endpoint
        .send(
            request ->
                request
                    .header("Authorization", credentials)
                    .header("Accept", "application/json")
                    .header("Content-Type", "application/x-www-form-urlencoded")
                    .POST(BodyPublishers.ofString(form)),
            deadline)
        .thenApply(this::finding);
  }

  private Finding finding(Reply reply) {
    Map<String, @Nullable Object> members = reply.members();
    if (members == null || !(members.get("active") instanceof Boolean active)) {
      return reply.unheard();
    }
    return active ? rules.judge(members) : new Denied(Rejection.NOT_ACTIVE);
  }
}
