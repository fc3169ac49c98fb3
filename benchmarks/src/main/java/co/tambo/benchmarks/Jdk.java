package co.tambo.benchmarks;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A JDK to measure on.
 *
 * @param java its launcher
 */
record Jdk(int version, Path java) {

  /** Returns the JDK that runs this and, where {@code JAVA25_HOME} names one, JDK 25. */
  static List<Jdk> all() {
    List<Jdk> all = new ArrayList<>();
    all.add(new Jdk(Runtime.version().feature(), launcher(System.getProperty("java.home"))));
    String home = System.getenv("JAVA25_HOME");
    if (home != null && Runtime.version().feature() != 25) {
      all.add(new Jdk(25, launcher(home)));
    }
    return all;
  }

  private static Path launcher(String home) {
    Path java = Path.of(home, "bin", "java");
    if (!Files.isExecutable(java)) {
      throw new IllegalArgumentException("no JDK in " + home);
    }
    return java;
  }
}
