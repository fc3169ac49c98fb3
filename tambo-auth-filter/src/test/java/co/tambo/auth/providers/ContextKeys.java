package co.tambo.auth.providers;

import co.tambo.auth.internal.json.Json;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Tambo's rule for context keys, on the URL class of a real Node.js. */
public final class ContextKeys implements AutoCloseable {

  private final NodeProgram program;

  private ContextKeys(NodeProgram program) {
    this.program = program;
  }

  /** Starts the program. */
  public static ContextKeys start() throws Exception {
    return new ContextKeys(NodeProgram.start("context-key", Map.of()));
  }

  /** Returns the key of each user, who is described by claims. */
  public List<?> of(List<Map<String, @Nullable Object>> users) throws Exception {
    String answer =
        program
            .expect(
                200, new Browser().submitRaw(program.origin(), Json.write(Map.of("users", users))))
            .body();
    return (List<?>)
        Objects.requireNonNull(
            Json.readObject(answer.getBytes(StandardCharsets.UTF_8)).get("keys"));
  }

  @Override
  public void close() {
    program.close();
  }
}
