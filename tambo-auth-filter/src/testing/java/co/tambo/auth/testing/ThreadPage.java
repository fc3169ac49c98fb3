package co.tambo.auth.testing;

import co.tambo.auth.testing.ThreadStore.StoredThread;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Which part of a list is wanted.
 *
 * @param limit how many, 1 to 100
 * @param cursor where the page before ended, null for the first page
 */
record ThreadPage(int limit, @Nullable Object cursor) {

  private static final int DEFAULT_LIMIT = 20;

  /** Reads the parameters of a query, all wrong ones at once. */
  static ThreadPage of(Map<String, @Nullable Object> query) {
    List<String> messages = new ArrayList<>();
    Object userKey = query.get("userKey");
    if (userKey != null && !(userKey instanceof String)) {
      messages.add("userKey must be a string");
    }
    double limit = number(query.getOrDefault("limit", String.valueOf(DEFAULT_LIMIT)));
    if (!(limit <= 100)) {
      messages.add("limit must not be greater than 100");
    }
    if (!(limit >= 1)) {
      messages.add("limit must not be less than 1");
    }
    if (limit != Math.rint(limit)) {
      messages.add("limit must be an integer number");
    }
    if (!messages.isEmpty()) {
      throw new Refusal(TamboAnswers.error(400, messages));
    }
    return new ThreadPage((int) limit, query.get("cursor"));
  }

  Answer of(List<StoredThread> threads) {
    int start = cursor == null ? 0 : after(String.valueOf(cursor), threads);
    int end = Math.min(threads.size(), start + limit);
    Map<String, @Nullable Object> page = new LinkedHashMap<>();
    page.put("threads", threads.subList(start, end).stream().map(StoredThread::json).toList());
    if (end < threads.size()) {
      page.put("nextCursor", cursor(threads.get(end - 1)));
    }
    page.put("hasMore", end < threads.size());
    return TamboAnswers.json(200, page);
  }

  private static int after(String cursor, List<StoredThread> threads) {
    for (int i = 0; i < threads.size(); i++) {
      if (cursor(threads.get(i)).equals(cursor)) {
        return i + 1;
      }
    }
    throw new Refusal(TamboAnswers.error(400, "Invalid cursor"));
  }

  private static String cursor(StoredThread thread) {
    byte[] id = thread.id().getBytes(StandardCharsets.US_ASCII);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(id);
  }

  private static double number(@Nullable Object text) {
    try {
      return Double.parseDouble(String.valueOf(text));
    } catch (NumberFormatException e) {
      return Double.NaN;
    }
  }
}
