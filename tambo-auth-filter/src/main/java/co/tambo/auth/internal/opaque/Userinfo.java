package co.tambo.auth.internal.opaque;

import co.tambo.auth.internal.Rejection;
import co.tambo.auth.internal.opaque.Finding.Denied;
import co.tambo.auth.internal.opaque.Finding.Stated;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** Asks who the user of a token is (OpenID Connect Core 1.0 section 5.3). */
final class Userinfo implements Question {

  private final Endpoint endpoint;
  private final String mediaType;

  Userinfo(Endpoint endpoint, String mediaType) {
    this.endpoint = endpoint;
    this.mediaType = mediaType;
  }

  @Override
  public CompletableFuture<Finding> ask(String token, Deadline deadline) {
    return endpoint
        .send(
            request ->
                request
                    .header("Authorization", "Bearer " + token)
                    .header("Accept", mediaType)
                    .GET(),
            deadline)
        .thenApply(Userinfo::finding);
  }

  private static Finding finding(Reply reply) {
    if (reply.says(401) || reply.says(403)) {
      return new Denied(Rejection.PROVIDER_REFUSED);
    }
    Map<String, @Nullable Object> members = reply.members();
    if (members == null) {
      return reply.unheard();
    }
    Object named = members.get("sub") == null ? members.get("id") : members.get("sub");
    String subject = UserId.text(named);
    if (subject == null) {
      return new Denied(named == null ? Rejection.USER_NOT_NAMED : Rejection.CLAIM_OF_WRONG_TYPE);
    }
    return new Stated(Reply.withoutNulls(members), subject, null);
  }
}
