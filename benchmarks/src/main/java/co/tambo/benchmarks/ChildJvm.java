package co.tambo.benchmarks;

import java.io.BufferedReader;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** A program of this module in a JVM of its own; what it says on standard output is read. */
final class ChildJvm implements AutoCloseable {

  private final Process process;
  private final BufferedReader output;

  private ChildJvm(Process process) {
    this.process = process;
    this.output = process.inputReader();
  }

  /** Starts a main class. */
  static ChildJvm start(Jdk jdk, List<String> jvmArguments, Class<?> main, List<String> arguments)
      throws IOException {
    List<String> command = new ArrayList<>();
    command.add(jdk.java().toString());
    command.addAll(jvmArguments);
    command.addAll(List.of("-cp", System.getProperty("java.class.path"), main.getName()));
    command.addAll(arguments);
    return new ChildJvm(
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start());
  }

  /** Returns the rest of the line that starts with a word, the next one that does. */
  String said(String word) throws IOException {
    for (String line = output.readLine(); line != null; line = output.readLine()) {
      if (line.startsWith(word + " ")) {
        return line.substring(word.length() + 1);
      }
    }
    throw new IOException("the JVM ended without a word of " + word);
  }

  /** Returns the figures of the line that starts with a word, the next one that does. */
  double[] figures(String word) throws IOException {
    return Arrays.stream(said(word).split(" ", -1)).mapToDouble(Double::parseDouble).toArray();
  }

  /** Returns the processor time that the JVM has used. */
  Duration processorTime() {
    return process.toHandle().info().totalCpuDuration().orElse(Duration.ZERO);
  }

  /** Ends the JVM. */
  @Override
  public void close() {
    process.destroy();
  }
}
