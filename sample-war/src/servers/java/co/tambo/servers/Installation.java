package co.tambo.servers;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * A server as it was unpacked, which no run changes, and the JDK that runs it.
 *
 * @param home the server's own top folder, or its only jar
 * @param jdk the JDK's home
 */
record Installation(Path home, Path jdk) {

  /**
   * Finds what was unpacked into a folder: the one thing in it.
   *
   * @throws IOException when there is not exactly one
   */
  static Installation in(Path folder, Path jdk) throws IOException {
    try (Stream<Path> entries = Files.list(folder)) {
      List<Path> found = entries.filter(entry -> !entry.toFile().isHidden()).toList();
      if (found.size() != 1) {
        throw new IOException(folder + " should hold one server, but has " + found);
      }
      return new Installation(found.get(0), jdk);
    }
  }

  String java() {
    return jdk.resolve("bin").resolve("java").toString();
  }
}
