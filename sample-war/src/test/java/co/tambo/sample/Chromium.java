package co.tambo.sample;

import static java.util.concurrent.TimeUnit.SECONDS;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;

/** A real browser without a window, in a profile of its own that goes away with it. */
final class Chromium implements AutoCloseable {

  private static final long DEADLINE_SECONDS = 60;

  private static final String LISTENING = "DevTools listening on ";

  private final Process process;
  private final Path profile;
  private final CompletableFuture<String> address = new CompletableFuture<>();

  private Chromium(Process process, Path profile) {
    this.process = process;
    this.profile = profile;
    Thread reader = new Thread(this::read, "chromium-output");
    reader.setDaemon(true);
    reader.start();
  }

  /** Returns where the browser is, empty on a machine without one. */
  static Optional<Path> program() {
    String given = System.getProperty("tambo.chromium", "");
    return Stream.of(given.isBlank() ? "/usr/bin/chromium" : given)
        .map(Path::of)
        .filter(Files::isExecutable)
        .findFirst();
  }

  static Chromium start(Path program) throws IOException {
    Path profile = Files.createTempDirectory("tambo-chromium-");
    List<String> command =
        List.of(
            program.toString(),
            "--headless",
            "--no-sandbox",
            "--disable-gpu",
            "--disable-quic",
            "--disable-dev-shm-usage",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync",
            "--remote-debugging-port=0",
            "--user-data-dir=" + profile,
            "about:blank");
    return new Chromium(new ProcessBuilder(command).redirectErrorStream(true).start(), profile);
  }

  /** Opens a tab. */
  Tab tab() throws Exception {
    return Tab.of(address.get(DEADLINE_SECONDS, SECONDS));
  }

  @Override
  public void close() throws IOException {
    List<ProcessHandle> family =
        Stream.concat(Stream.of(process.toHandle()), process.descendants()).toList();
    process.toHandle().destroy();
    family.forEach(member -> member.onExit().orTimeout(DEADLINE_SECONDS, SECONDS).join());
    deleteProfile();
  }

  private void deleteProfile() throws IOException {
    try (Stream<Path> paths = Files.walk(profile)) {
      for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(path);
      }
    }
  }

  private void read() {
    try (BufferedReader output = process.inputReader()) {
      for (String line = output.readLine(); line != null; line = output.readLine()) {
        if (line.startsWith(LISTENING)) {
          address.complete(line.substring(LISTENING.length()));
        }
      }
      address.completeExceptionally(new IllegalStateException("the browser ended"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
