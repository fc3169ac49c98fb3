package co.tambo.servers.process;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ChildProcessTest {

  /** A script like those of many servers: it waits for what it has started. */
  private static final String SCRIPT =
      """
      bash -c 'trap "echo asked to end; exit" TERM; echo ready; while true; do sleep 0.1; done'
      true
      """;

  @Test
  void whatAScriptHasStartedIsAskedToEnd(@TempDir Path folder) throws IOException {
    Path log = folder.resolve("log");
    try (ChildProcess process = ChildProcess.start(new ProcessBuilder("bash", "-c", SCRIPT), log)) {
      process.await("ready", Deadline.after(Duration.ofMinutes(1)), () -> !lines(log).isEmpty());
    }
    assertTrue(lines(log).contains("asked to end"));
  }

  private static List<String> lines(Path log) {
    try {
      return Files.readAllLines(log);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
