package co.tambo.auth.testing;

import co.tambo.auth.testing.ThreadStore.Owner;
import co.tambo.auth.testing.ThreadStore.StoredThread;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * {@code /v1/threads}: a user's threads. What a run would say is not here: a run that passes all
 * checks fails as if the model could not be reached.
 */
final class ThreadsEndpoint {

  private final Projects projects;
  private final InstantSource clock;
  private final ThreadStore threads = new ThreadStore();

  ThreadsEndpoint(Projects projects, InstantSource clock) {
    this.projects = projects;
    this.clock = clock;
  }

  Answer list(ReceivedRequest request) {
    Caller caller = caller(request);
    Map<String, @Nullable Object> query = RequestBody.members(request.query());
    ThreadPage page = ThreadPage.of(query);
    return page.of(threads.of(owner(caller, query.get("userKey"))));
  }

  Answer create(ReceivedRequest request, Map<String, @Nullable Object> body) {
    Caller caller = caller(request);
    Caller.checkType(body.get("userKey"));
    checkMetadata(body);
    Owner owner = owner(caller, body.get("userKey"));
    StoredThread thread = threads.create(owner, body.get("metadata"), clock.instant());
    return TamboAnswers.json(201, thread.json());
  }

  Answer get(ReceivedRequest request, String id) {
    Map<String, @Nullable Object> json = owned(request, Map.of(), id).json();
    json.put("messages", List.of());
    return TamboAnswers.json(200, json);
  }

  /** No recording shows an owner's PATCH: it changes name and metadata and shows the thread. */
  Answer patch(ReceivedRequest request, Map<String, @Nullable Object> body, String id) {
    StoredThread before = owned(request, body, id);
    checkMetadata(body);
    StoredThread after =
        new StoredThread(
            id,
            before.owner(),
            body.getOrDefault("name", before.name()),
            body.getOrDefault("metadata", before.metadata()),
            before.createdAt(),
            clock.instant());
    threads.replace(after);
    return TamboAnswers.json(200, after.json());
  }

  Answer delete(ReceivedRequest request, String id) {
    threads.delete(owned(request, Map.of(), id).id());
    return Answer.empty(204);
  }

  Answer messages(ReceivedRequest request, String id) {
    owned(request, Map.of(), id);
    Map<String, @Nullable Object> page = new LinkedHashMap<>();
    page.put("messages", List.of());
    page.put("hasMore", false);
    return TamboAnswers.json(200, page);
  }

  Answer runInNewThread(ReceivedRequest request, Map<String, @Nullable Object> body) {
    Object userKey = body.get("thread") instanceof Map<?, ?> thread ? thread.get("userKey") : null;
    Caller caller = caller(request);
    Caller.checkType(userKey);
    owner(caller, userKey);
    return internalError();
  }

  Answer run(ReceivedRequest request, Map<String, @Nullable Object> body, String id) {
    owned(request, body, id);
    return internalError();
  }

  private Caller caller(ReceivedRequest request) {
    Instant now = clock.instant();
    return Caller.of(request, projects, now);
  }

  private Owner owner(Caller caller, @Nullable Object userKey) {
    Owner owner = new Owner(caller.projectId(), caller.contextKey(userKey));
    if (projects.databaseDown()) {
      throw new Refusal(internalError());
    }
    return owner;
  }

  /** Returns a thread of the caller's own; of others' it is not even said that they exist. */
  private StoredThread owned(
      ReceivedRequest request, Map<String, @Nullable Object> body, String id) {
    Object inQuery = RequestBody.members(request.query()).get("userKey");
    Object userKey = inQuery instanceof String ? inQuery : body.get("userKey");
    return threads
        .find(id, owner(caller(request), userKey))
        .orElseThrow(() -> new Refusal(TamboAnswers.forbidden()));
  }

  private static void checkMetadata(Map<String, @Nullable Object> body) {
    if (body.get("metadata") != null && !(body.get("metadata") instanceof Map)) {
      throw new Refusal(TamboAnswers.error(400, List.of("metadata must be an object")));
    }
  }

  private static Answer internalError() {
    return TamboAnswers.unhandled(500, "Internal server error");
  }
}
