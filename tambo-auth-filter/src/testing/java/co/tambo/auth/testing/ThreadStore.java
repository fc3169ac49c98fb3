package co.tambo.auth.testing;

import java.security.SecureRandom;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** All threads of one server, each owned by a project and a context key. Thread-safe. */
final class ThreadStore {

  private static final DateTimeFormatter TIMESTAMP =
      DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSSX").withZone(ZoneOffset.UTC);
  private static final String ALPHABET =
      "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";

  /** Whose threads are meant. */
  record Owner(String projectId, String contextKey) {}

  /** One thread; immutable. */
  record StoredThread(
      String id,
      Owner owner,
      @Nullable Object name,
      @Nullable Object metadata,
      Instant createdAt,
      Instant updatedAt) {

    Map<String, @Nullable Object> json() {
      Map<String, @Nullable Object> json = new LinkedHashMap<>();
      json.put("id", id);
      json.put("userKey", owner.contextKey());
      if (name != null) {
        json.put("name", name);
      }
      json.put("runStatus", "idle");
      if (metadata != null) {
        json.put("metadata", metadata);
      }
      json.put("createdAt", TIMESTAMP.format(createdAt));
      json.put("updatedAt", TIMESTAMP.format(updatedAt));
      return json;
    }
  }

  private final SecureRandom random = new SecureRandom();
  private final Map<String, StoredThread> byId = new LinkedHashMap<>();

  synchronized StoredThread create(Owner owner, @Nullable Object metadata, Instant now) {
    StoredThread thread = new StoredThread(newId(), owner, null, metadata, now, now);
    byId.put(thread.id(), thread);
    return thread;
  }

  /** Returns an owner's threads, the newest first. */
  synchronized List<StoredThread> of(Owner owner) {
    List<StoredThread> threads = new ArrayList<>();
    for (StoredThread thread : byId.values()) {
      if (thread.owner().equals(owner)) {
        threads.add(0, thread);
      }
    }
    return threads;
  }

  synchronized Optional<StoredThread> find(String id, Owner owner) {
    return Optional.ofNullable(byId.get(id)).filter(thread -> thread.owner().equals(owner));
  }

  synchronized void replace(StoredThread thread) {
    byId.replace(thread.id(), thread);
  }

  synchronized void delete(String id) {
    byId.remove(id);
  }

  private String newId() {
    StringBuilder id = new StringBuilder("thr_");
    for (int i = 0; i < 8; i++) {
      id.append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
    }
    return id.append('.').append("%06x".formatted(random.nextInt(1 << 24))).toString();
  }
}
