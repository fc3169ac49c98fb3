package co.tambo.auth.providers;

import co.tambo.auth.parts.Part;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;

/**
 * A program of {@code src/providers/npm} as a process of its own, which serves on a free port of
 * 127.0.0.1. Closing ends that process and no other.
 */
final class NodeProgram implements AutoCloseable {

  private static final long DEADLINE_SECONDS = 60;
  private static final String READY = "ready ";

  private final Process process;
  private final Queue<String> said = new ConcurrentLinkedQueue<>();
  private final CompletableFuture<String> ready = new CompletableFuture<>();

  private NodeProgram(Process process) {
    this.process = process;
    Thread reader = new Thread(this::read, "node-output");
    reader.setDaemon(true);
    reader.start();
  }

  /**
   * Starts a program with these environment variables and no others, and waits until it can answer;
   * aborts the test when it is left out.
   *
   * @throws IllegalStateException with all that the program said, when it ends or stays silent
   */
  static NodeProgram start(String program, Map<String, String> environment) throws Exception {
    return new NodeProgram(launched(needed(program), program, environment)).untilReady();
  }

  /** Returns the Node.js of npm; aborts the test, saying what is left out, when there is none. */
  static Path needed(String program) {
    Path node = folder().resolve("node_modules/.bin/node").toAbsolutePath();
    Part.NODE.needed(
        Files.isExecutable(node),
        "the real " + program + ", for there is no Node.js of npm; run with -Pnode");
    return node;
  }

  private static Path folder() {
    return Path.of(System.getProperty("tambo.node", ""));
  }

  private static Process launched(Path node, String program, Map<String, String> environment)
      throws IOException {
    ProcessBuilder builder =
        new ProcessBuilder(node.toString(), program + ".mjs")
            .directory(folder().toFile())
            .redirectErrorStream(true);
    builder.environment().clear();
    builder.environment().putAll(environment);
    return builder.start();
  }

  /** Returns where it serves: scheme, address and port. */
  String origin() {
    return ready.join();
  }

  /** Returns the answer if it has this status; throws with all that the program said if not. */
  HttpResponse<String> expect(int status, HttpResponse<String> response) {
    if (response.statusCode() != status) {
      String problem = response.statusCode() < 400 ? "" : response.body();
      throw failure(response.statusCode() + " from " + response.uri().getPath() + " " + problem);
    }
    return response;
  }

  /** Returns the exception for what no test expects, with all that the program said. */
  IllegalStateException failure(String what) {
    return new IllegalStateException(what + "; the program said: " + said);
  }

  /** Ends it and waits until it has ended. */
  @Override
  public void close() {
    process.toHandle().destroy();
    process.onExit().orTimeout(DEADLINE_SECONDS, TimeUnit.SECONDS).join();
  }

  private NodeProgram untilReady() throws InterruptedException {
    try {
      ready.get(DEADLINE_SECONDS, TimeUnit.SECONDS);
      return this;
    } catch (ExecutionException | TimeoutException e) {
      close();
      throw failure("not ready");
    }
  }

  private void read() {
    try (Stream<String> lines = process.inputReader().lines()) {
      lines.forEach(this::hear);
    } finally {
      ready.completeExceptionally(new IllegalStateException("ended"));
    }
  }

  private void hear(String line) {
    said.add(line);
    if (line.startsWith(READY)) {
      ready.complete(line.substring(READY.length()));
    }
  }
}
