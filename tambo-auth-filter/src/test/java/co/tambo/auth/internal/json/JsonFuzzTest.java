package co.tambo.auth.internal.json;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Any bytes: one strict object that survives being written, or a refusal. */
class JsonFuzzTest {

  @FuzzTest
  void anyBytes(byte[] input) throws JsonException {
    Optional<Map<String, @Nullable Object>> read = read(input);
    if (read.isPresent()) {
      byte[] strict = new String(input, StandardCharsets.UTF_8).getBytes(StandardCharsets.UTF_8);
      assertArrayEquals(strict, input);
      String written = Json.write(read.get());
      assertEquals(written, Json.write(Json.readObject(written.getBytes(StandardCharsets.UTF_8))));
    }
  }

  private static Optional<Map<String, @Nullable Object>> read(byte[] input) {
    try {
      return Optional.of(Json.readObject(input));
    } catch (JsonException e) {
      return Optional.empty();
    }
  }
}
