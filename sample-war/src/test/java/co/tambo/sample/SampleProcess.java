package co.tambo.sample;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** {@code java -jar sample-war.war} as a process of its own; both its outputs are read as one. */
final class SampleProcess implements AutoCloseable {

  private static final long DEADLINE_SECONDS = 120;

  private final Process process;
  private final BlockingQueue<Optional<String>> output = new LinkedBlockingQueue<>();
  private final List<String> said = new ArrayList<>();

  private SampleProcess(Process process) {
    this.process = process;
    Thread reader = new Thread(this::read, "sample-output");
    reader.setDaemon(true);
    reader.start();
  }

  /** Starts it with the TAMBO_ variables given here and no others. */
  static SampleProcess start(Map<String, String> variables, String... args) throws IOException {
    List<String> command = new ArrayList<>(List.of(java(), "-jar", war().toString()));
    command.addAll(List.of(args));
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.environment().keySet().removeIf(name -> name.startsWith("TAMBO_"));
    builder.environment().putAll(variables);
    return new SampleProcess(builder.start());
  }

  /** Starts the demo on a free port and waits until it is ready. */
  static SampleProcess demo() throws Exception {
    return start(Map.of(), "--port=0").untilReady();
  }

  static Path war() {
    return Path.of(System.getProperty("sample.war", "target/sample-war.war"));
  }

  /** Waits until it has printed its two commands. */
  SampleProcess untilReady() throws InterruptedException {
    while (commands().size() < 2) {
      said.add(nextLine().orElseThrow(() -> new IllegalStateException("ended: " + said)));
    }
    return this;
  }

  /** Returns the address that it said it is at, without the last slash. */
  String base() {
    String before = "is ready: ";
    return said.stream()
        .filter(line -> line.contains(before))
        .map(line -> line.substring(line.indexOf(before) + before.length(), line.length() - 1))
        .findFirst()
        .orElseThrow();
  }

  List<String> commands() {
    return said.stream().filter(line -> line.startsWith("  curl ")).map(String::strip).toList();
  }

  /** Returns all that it says until it ends by itself. */
  String lastWords() throws InterruptedException {
    for (Optional<String> line = nextLine(); line.isPresent(); line = nextLine()) {
      said.add(line.get());
    }
    return String.join("\n", said);
  }

  /** Returns the exit status, once it has ended. */
  int exitStatus() {
    return process.onExit().orTimeout(DEADLINE_SECONDS, TimeUnit.SECONDS).join().exitValue();
  }

  /** Asks it to stop, as Ctrl-C does, and waits until it has. */
  @Override
  public void close() {
    process.toHandle().destroy();
    exitStatus();
  }

  private Optional<String> nextLine() throws InterruptedException {
    Optional<String> line = output.poll(DEADLINE_SECONDS, TimeUnit.SECONDS);
    if (line == null) {
      throw new IllegalStateException("silent after " + said);
    }
    return line;
  }

  private void read() {
    try (Stream<String> lines = process.inputReader().lines()) {
      lines.map(Optional::of).forEach(output::add);
    } finally {
      output.add(Optional.empty());
    }
  }

  private static String java() {
    return System.getProperty("java.home") + File.separator + "bin" + File.separator + "java";
  }
}
