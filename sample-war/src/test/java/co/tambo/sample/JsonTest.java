package co.tambo.sample;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class JsonTest {

  @Test
  void textIsEscaped() {
    assertEquals(
        "{\"name\":\"\\\"\\\\\\u000a\\u003c\\ud83d\\udca1é\"}",
        Json.object(Map.of("name", "\"\\\n<💡é")));
  }

  @Test
  void listAndNullAreWritten() {
    assertEquals("{\"roles\":[\"a\",\"b\"]}", Json.object(Map.of("roles", List.of("a", "b"))));
    assertEquals("{\"tenant\":null}", Json.object(Collections.singletonMap("tenant", null)));
  }
}
