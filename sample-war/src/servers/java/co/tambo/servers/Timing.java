package co.tambo.servers;

import static org.junit.jupiter.api.DynamicContainer.dynamicContainer;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import co.tambo.servers.process.Deadline;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.function.Executable;

/** How long each part of a server's tests takes. Thread-confined. */
final class Timing {

  private static final Duration WORTH_TELLING = Duration.ofSeconds(1);

  private final Map<String, Map<String, Duration>> servers = new LinkedHashMap<>();

  /**
   * Returns the same tests, whose time is taken.
   *
   * @param server whose they are
   * @param run what the parts' names begin with
   */
  Stream<DynamicNode> of(String server, String run, Stream<DynamicNode> tests) {
    Map<String, Duration> parts = servers.computeIfAbsent(server, name -> new LinkedHashMap<>());
    return tests.map(test -> timed(test, parts, run + " " + test.getDisplayName()));
  }

  private static DynamicNode timed(DynamicNode node, Map<String, Duration> parts, String part) {
    if (node instanceof DynamicContainer container) {
      return dynamicContainer(
          node.getDisplayName(), container.getChildren().map(child -> timed(child, parts, part)));
    }
    Executable test = ((DynamicTest) node).getExecutable();
    return dynamicTest(node.getDisplayName(), () -> run(test, parts, part));
  }

  private static void run(Executable test, Map<String, Duration> parts, String part)
      throws Throwable {
    Deadline watch = Deadline.after(Duration.ZERO);
    try {
      test.execute();
    } finally {
      parts.merge(part, watch.elapsed(), Duration::plus);
    }
  }

  /** Returns a line for each server: its seconds, and those of the parts that took any. */
  @Override
  public String toString() {
    return servers.entrySet().stream()
        .map(server -> line(server.getKey(), server.getValue()))
        .collect(Collectors.joining("\n"));
  }

  private static String line(String server, Map<String, Duration> parts) {
    Duration all = parts.values().stream().reduce(Duration.ZERO, Duration::plus);
    return server
        + ": "
        + all.toSeconds()
        + " s; "
        + parts.entrySet().stream()
            .filter(part -> part.getValue().compareTo(WORTH_TELLING) >= 0)
            .map(part -> part.getKey() + " " + part.getValue().toSeconds())
            .collect(Collectors.joining(", "));
  }
}
