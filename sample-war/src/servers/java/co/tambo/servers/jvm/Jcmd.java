package co.tambo.servers.jvm;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** The diagnostic commands of a running JVM, by the {@code jcmd} of its JDK. */
final class Jcmd {

  private static final Duration LIMIT = Duration.ofSeconds(60);

  private final Path program;
  private final long pid;

  Jcmd(Path jdk, long pid) {
    this.program = jdk.resolve("bin/jcmd");
    this.pid = pid;
  }

  /**
   * Returns the lines that a command prints.
   *
   * @throws IOException when it fails or takes more than a minute
   */
  List<String> lines(String... command) throws IOException, InterruptedException {
    List<String> words = new ArrayList<>(List.of(program.toString(), Long.toString(pid)));
    words.addAll(List.of(command));
    Path output = Files.createTempFile("jcmd", ".txt");
    try {
      Process process =
          new ProcessBuilder(words)
              .redirectErrorStream(true)
              .redirectOutput(output.toFile())
              .start();
      boolean ended = process.waitFor(LIMIT.toSeconds(), TimeUnit.SECONDS);
      if (!ended) {
        process.destroyForcibly().waitFor();
      }
      List<String> lines =
          new String(Files.readAllBytes(output), StandardCharsets.UTF_8).lines().toList();
      if (!ended || process.exitValue() != 0) {
        throw new IOException(words + (ended ? " failed: " : " hangs: ") + lines);
      }
      return lines;
    } finally {
      Files.delete(output);
    }
  }
}
