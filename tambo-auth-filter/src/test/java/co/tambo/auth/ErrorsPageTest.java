package co.tambo.auth;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The page of codes says what the code says. */
class ErrorsPageTest {

  @Test
  void everyCodeIsThereWithItsStatusInItsOrder() throws IOException {
    List<String> documented =
        Files.readAllLines(Path.of("..", "docs", "errors.md")).stream()
            .filter(line -> line.startsWith("| `TAMBO-"))
            .map(line -> line.split("\\|", -1))
            .map(cells -> cells[1].strip() + " " + cells[2].strip())
            .toList();
    assertEquals(
        Arrays.stream(AuthError.values())
            .map(error -> "`" + error.code() + "` " + error.status())
            .toList(),
        documented);
  }
}
