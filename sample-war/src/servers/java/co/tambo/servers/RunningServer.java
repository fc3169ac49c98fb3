package co.tambo.servers;

import co.tambo.servers.process.ChildProcess;
import co.tambo.servers.process.Deadline;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;

/** A server at work in a process of its own, on loopback. */
final class RunningServer implements AutoCloseable {

  private static final Duration PATIENCE = Duration.ofMinutes(10);

  private static final int UNAVAILABLE = 503;

  private static final HttpClient HTTP =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(Duration.ofSeconds(2))
          .build();

  private final ChildProcess process;
  private final StartCommand start;
  private final int port;

  private RunningServer(ChildProcess process, StartCommand start, int port) {
    this.process = process;
    this.start = start;
    this.port = port;
  }

  /** Starts a server; it is ready when {@link #untilAnswers} says so. */
  static RunningServer start(StartCommand start, Launch launch) throws IOException {
    ProcessBuilder command = new ProcessBuilder(start.command()).directory(start.folder().toFile());
    Map<String, String> environment = command.environment();
    environment.keySet().removeIf(name -> name.startsWith("TAMBO_"));
    environment.putAll(start.environment());
    launch.environment().forEach((key, value) -> environment.put(variable(key), value));
    Path output = launch.work().resolve("output.log");
    return new RunningServer(ChildProcess.start(command, output), start, launch.port());
  }

  /** As MicroProfile Config spells keys in an environment. */
  private static String variable(String key) {
    return key.replace('.', '_').replace('-', '_').toUpperCase(Locale.ROOT);
  }

  int port() {
    return port;
  }

  URI uri(String path) {
    return URI.create("http://127.0.0.1:" + port + path);
  }

  /** Returns the process id of the server's JVM, the last one that its scripts have started. */
  long pid() {
    List<Long> jvms = process.jvms();
    return jvms.get(jvms.size() - 1);
  }

  /** Gives the server a WAR, which it deploys by itself. */
  void deploy(Path war, String context) throws IOException {
    start.deploy(war, context);
  }

  /** Takes a WAR away again. */
  void undeploy(String context) throws IOException {
    start.undeploy(context);
  }

  /** Waits until an address answers with a status. */
  RunningServer untilAnswers(String path, int status) {
    until(path + " answers " + status, () -> status(path) == status);
    return this;
  }

  /**
   * Waits while a user token is answered by 503, or by nothing: a busy machine may need more time
   * for the first fetch of the issuer's keys than a request has.
   */
  void untilItHasKeys(String path, String token) {
    until("keys for " + path, () -> hasKeys(status(path, token)));
  }

  private static boolean hasKeys(int status) {
    return status != 0 && status != UNAVAILABLE;
  }

  /** Waits until the server has written a text. */
  void untilLogged(String text) {
    until("its log says " + text, () -> hasLogged(text));
  }

  private boolean hasLogged(String text) {
    try {
      return log().contains(text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Waits for a condition, as long as the server lives. */
  void until(String what, BooleanSupplier condition) {
    process.await(what, Deadline.after(PATIENCE), condition);
  }

  /** Returns the status of an address' answer, 0 when there is none. */
  int status(String path) {
    return status(HttpRequest.newBuilder(uri(path)));
  }

  /** Returns the status of an address' answer to a user token, 0 when there is none. */
  int status(String path, String token) {
    return status(HttpRequest.newBuilder(uri(path)).header("Authorization", "Bearer " + token));
  }

  private int status(HttpRequest.Builder request) {
    try {
      HttpRequest bounded = request.timeout(Duration.ofSeconds(20)).build();
      return HTTP.send(bounded, BodyHandlers.discarding()).statusCode();
    } catch (IOException notYet) {
      return 0;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw process.failure("interrupted");
    }
  }

  /** Returns all that the server has written: to its output and to logs of its own. */
  String log() throws IOException {
    StringBuilder log = new StringBuilder(text(process.log()));
    if (Files.isDirectory(start.logs())) {
      try (Stream<Path> files = Files.walk(start.logs())) {
        for (Path file : files.filter(f -> f.toString().endsWith(".log")).sorted().toList()) {
          log.append(text(file));
        }
      }
    }
    return log.toString();
  }

  private static String text(Path file) throws IOException {
    return new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
  }

  @Override
  public void close() {
    process.close();
  }
}
