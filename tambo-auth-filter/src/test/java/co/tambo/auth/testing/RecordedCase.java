package co.tambo.auth.testing;

import co.tambo.auth.internal.json.Json;
import co.tambo.auth.internal.json.JsonException;
import co.tambo.auth.parts.Part;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One request to the real Tambo and its answer.
 *
 * @param title begins with the case's number
 * @param contentType null where the answer had none
 */
record RecordedCase(
    String title,
    String method,
    String target,
    List<Map.Entry<String, String>> headers,
    String body,
    int status,
    @Nullable String contentType,
    String answer) {

  /** Reads the cases of the groups, in the order in which they were recorded. */
  static List<RecordedCase> ofGroups(Set<String> groups) throws IOException, JsonException {
    String vectors = System.getProperty("tambo.vectors", "");
    Path file = Path.of(vectors, "..", "tambo-api-cases.json");
    Part.VECTORS.needed(
        !vectors.isEmpty() && Files.exists(file),
        "the replay of Tambo's recorded answers, for tambo.vectors names no recordings");
    String document = "{\"cases\":" + Files.readString(file) + "}";
    List<RecordedCase> cases = new ArrayList<>();
    for (Object entry :
        (List<?>)
            Objects.requireNonNull(
                Json.readObject(document.getBytes(StandardCharsets.UTF_8)).get("cases"))) {
      RecordedCase recorded = of((Map<?, ?>) entry);
      if (groups.contains(recorded.title().replaceFirst("\\..*", ""))) {
        cases.add(recorded);
      }
    }
    return cases;
  }

  private static RecordedCase of(Map<?, ?> entry) {
    Map<?, ?> request = object(entry.get("request"));
    Map<?, ?> response = object(entry.get("response"));
    return new RecordedCase(
        text(entry.get("case")),
        text(request.get("method")),
        text(request.get("path")),
        headers(object(request.get("headers"))),
        text(request.get("body")),
        ((Number) Objects.requireNonNull(response.get("status"))).intValue(),
        (String) response.get("contentType"),
        text(response.get("body")));
  }

  /** A header that was sent twice is recorded as an array in a string. */
  private static List<Map.Entry<String, String>> headers(Map<?, ?> recorded) {
    List<Map.Entry<String, String>> headers = new ArrayList<>();
    recorded.forEach(
        (name, value) -> {
          String text = text(value);
          String[] values =
              text.startsWith("[\"")
                  ? text.substring(2, text.length() - 2).split("\", \"", -1)
                  : new String[] {text};
          for (String one : values) {
            headers.add(Map.entry(text(name), one));
          }
        });
    return headers;
  }

  private static Map<?, ?> object(@Nullable Object value) {
    return (Map<?, ?>) Objects.requireNonNull(value);
  }

  private static String text(@Nullable Object value) {
    return value == null ? "" : (String) value;
  }

  @Override
  public String toString() {
    return title;
  }
}
