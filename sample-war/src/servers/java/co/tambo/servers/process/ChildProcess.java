package co.tambo.servers.process;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;

/**
 * A process of ours, with those that it starts itself. Both its outputs are one log file. It ends
 * with {@link #close()}, or with this JVM. Thread-safe.
 */
public final class ChildProcess implements AutoCloseable {

  private static final Duration GRACE = Duration.ofSeconds(20);
  private static final Duration REAPING = Duration.ofSeconds(10);
  private static final Duration BETWEEN_LOOKS = Duration.ofMillis(100);

  private final Process process;
  private final Path log;
  private final Thread lastResort = new Thread(this::kill, "child-process-killer");

  private ChildProcess(Process process, Path log) {
    this.process = process;
    this.log = log;
    Runtime.getRuntime().addShutdownHook(lastResort);
  }

  /** Starts a process that appends to this log file. */
  public static ChildProcess start(ProcessBuilder command, Path log) throws IOException {
    Files.createDirectories(log.toAbsolutePath().getParent());
    command
        .redirectErrorStream(true)
        .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
    return new ChildProcess(command.start(), log);
  }

  /** Returns the id of the process that was started; its JVM may be a child of that. */
  public long pid() {
    return process.pid();
  }

  /** Returns the ids of the JVMs among it and its children. */
  public List<Long> jvms() {
    return family().stream()
        .filter(handle -> handle.info().command().orElse("").endsWith("/bin/java"))
        .map(ProcessHandle::pid)
        .toList();
  }

  /** Returns whether it runs. */
  public boolean isAlive() {
    return process.isAlive();
  }

  /** Returns the log file. */
  public Path log() {
    return log;
  }

  /**
   * Waits until a condition holds, looking about ten times a second.
   *
   * @param what the condition in words, for the failure
   * @throws IllegalStateException with the log's last lines, when the process ends or the deadline
   *     passes before
   */
  public void await(String what, Deadline deadline, BooleanSupplier condition) {
    while (!condition.getAsBoolean()) {
      if (endedWithin(deadline.atMost(BETWEEN_LOOKS))) {
        throw failure("ended with status " + process.exitValue() + " before " + what);
      }
      if (deadline.passed()) {
        throw failure("no " + what + " within " + deadline);
      }
    }
  }

  /** Returns a failure that names the log file and shows its last lines. */
  public IllegalStateException failure(String what) {
    return new IllegalStateException(what + "; " + log + " ends with\n" + lastLines(40));
  }

  /**
   * Asks it and its children to end, for a script does not pass that on to the JVM that it has
   * started, and kills who has not ended 20 seconds later. Returns when all are gone.
   *
   * @throws IllegalStateException when one of them cannot be killed
   */
  @Override
  public void close() {
    List<ProcessHandle> family = family();
    family.forEach(ProcessHandle::destroy);
    if (!allEnded(family, GRACE)) {
      family.forEach(ProcessHandle::destroyForcibly);
      kill();
      if (!allEnded(family, REAPING)) {
        throw failure("process " + pid() + " does not end");
      }
    }
    forgetLastResort();
  }

  private List<ProcessHandle> family() {
    return Stream.concat(Stream.of(process.toHandle()), process.descendants()).toList();
  }

  private void kill() {
    family().forEach(ProcessHandle::destroyForcibly);
  }

  private void forgetLastResort() {
    try {
      Runtime.getRuntime().removeShutdownHook(lastResort);
    } catch (IllegalStateException shuttingDown) {
      // The hook runs, and finds nothing.
    }
  }

  private boolean endedWithin(Duration time) {
    try {
      return process.waitFor(time.toNanos(), TimeUnit.NANOSECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw failure("interrupted");
    }
  }

  private static boolean allEnded(List<ProcessHandle> family, Duration time) {
    CompletableFuture<?>[] ends =
        family.stream().map(ProcessHandle::onExit).toArray(CompletableFuture<?>[]::new);
    try {
      CompletableFuture.allOf(ends).orTimeout(time.toNanos(), TimeUnit.NANOSECONDS).join();
      return true;
    } catch (CompletionException e) {
      if (e.getCause() instanceof TimeoutException) {
        return false;
      }
      throw e;
    }
  }

  private String lastLines(int count) {
    try {
      List<String> lines =
          new String(Files.readAllBytes(log), StandardCharsets.UTF_8).lines().toList();
      return String.join("\n", lines.subList(Math.max(0, lines.size() - count), lines.size()));
    } catch (IOException e) {
      return "(unreadable: " + e.getMessage() + ")";
    }
  }
}
