package co.tambo.auth;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Where a call to Tambo's API wants the user key. */
enum UserKeyPlace {
  /** The query parameter {@code userKey}. */
  QUERY,
  /** The member {@code userKey} of the body. */
  BODY,
  /** The member {@code userKey} of the body's {@code thread}. */
  THREAD,
  /** The member {@code contextKey} of the body. */
  CONTEXT;

  /** The names by which Tambo takes a user from a caller who holds the API key. */
  private static final String USER_KEY = "userKey";

  private static final String CONTEXT_KEY = "contextKey";

  /** Returns the place for a call; Tambo's router ignores letter case and a closing slash. */
  static UserKeyPlace of(String method, String rawPath) {
    if (!method.equals("POST")) {
      return QUERY;
    }
    String path = rawPath.toLowerCase(Locale.ROOT);
    return switch (path.endsWith("/") ? path.substring(0, path.length() - 1) : path) {
      case "/v1/threads" -> BODY;
      case "/v1/threads/runs" -> THREAD;
      case "/auth/mcp/access-token" -> CONTEXT;
      default -> QUERY;
    };
  }

  /** Returns whether a parameter or member of this name would choose the user. */
  static boolean choosesUser(String name) {
    return reads(name, USER_KEY) || reads(name, CONTEXT_KEY);
  }

  /** Tambo's query parser takes {@code userKey[]} and {@code [userKey]} for the name itself. */
  private static boolean reads(String name, String reserved) {
    String bare = name.startsWith("[") ? name.substring(1) : name;
    String rest = bare.startsWith(reserved) ? bare.substring(reserved.length()) : "-";
    return rest.isEmpty() || rest.startsWith("[") || rest.startsWith("]");
  }

  /** Returns whether a body already chooses the user. */
  static boolean choosesUser(Map<String, @Nullable Object> body) {
    return body.keySet().stream().anyMatch(UserKeyPlace::choosesUser)
        || (body.get("thread") instanceof Map<?, ?> thread
            && thread.keySet().stream().anyMatch(name -> choosesUser(String.valueOf(name))));
  }

  /** Returns a body with the user key put in; one for {@link #QUERY} is returned as it is. */
  Map<String, @Nullable Object> put(String userKey, Map<String, @Nullable Object> body) {
    Map<String, @Nullable Object> filled = new LinkedHashMap<>(body);
    switch (this) {
      case QUERY -> {}
      case BODY -> filled.put(USER_KEY, userKey);
      case CONTEXT -> filled.put(CONTEXT_KEY, userKey);
      case THREAD -> filled.put("thread", thread(userKey, body.get("thread")));
    }
    return filled;
  }

  private static Map<String, @Nullable Object> thread(String userKey, @Nullable Object given) {
    Map<String, @Nullable Object> thread = new LinkedHashMap<>();
    if (given instanceof Map<?, ?> members) {
      members.forEach((name, value) -> thread.put(String.valueOf(name), value));
    } else if (given != null) {
      throw new IllegalArgumentException("the member thread of the body is no object");
    }
    thread.put(USER_KEY, userKey);
    return thread;
  }
}
