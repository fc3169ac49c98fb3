package co.tambo.sample;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LauncherIT {

  private static final Path BASH = Path.of("/bin/bash");

  @Test
  void bothPrintedCommandsAreTrueWhenPasted() throws Exception {
    if (!Files.isExecutable(BASH) || !onPath("curl")) {
      LeftOut.forWantOf("curl", "the printed commands, for there is no /bin/bash or no curl");
    }
    try (SampleProcess sample = SampleProcess.demo()) {
      String without = pasted(sample.commands().get(0));
      String with = pasted(sample.commands().get(1));

      assertTrue(without.startsWith("HTTP/1.1 401 "), without);
      assertTrue(with.startsWith("HTTP/1.1 200 "), with);
      assertTrue(with.contains("\"subject\":\"alice\""), with);
    }
  }

  @Test
  void stopLeavesNothingBehind(@TempDir Path temporary) throws Exception {
    String option = "-Djava.io.tmpdir=" + temporary;
    SampleProcess sample = SampleProcess.start(Map.of("JAVA_TOOL_OPTIONS", option), "--port=0");
    try (sample) {
      sample.untilReady();
      assertEquals(1, temporary.toFile().list().length);
    }
    assertEquals(List.of(), List.of(temporary.toFile().list()));
  }

  @Test
  void busyPortIsSaidInOneLine() throws Exception {
    try (ServerSocket other = new ServerSocket(0);
        SampleProcess sample = SampleProcess.start(Map.of(), "--port=" + other.getLocalPort())) {
      String words = sample.lastWords();

      assertEquals(1, sample.exitStatus());
      assertEquals(
          "Port " + other.getLocalPort() + " is in use; choose another one with --port=N.",
          words.substring(words.lastIndexOf('\n') + 1));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"--prot=8080", "--port=", "--port=65536", "--port=-1", "--port=a", "80"})
  void whatIsNotUnderstoodIsAnsweredWithTheUsage(String argument) throws Exception {
    try (SampleProcess sample = SampleProcess.start(Map.of(), argument)) {
      String words = sample.lastWords();

      assertEquals(1, sample.exitStatus());
      assertTrue(words.startsWith("Not understood: " + argument), words);
      assertTrue(words.contains("Usage: java -jar sample-war.war [--port=N]"), words);
    }
  }

  @Test
  void badSettingStopsTheStartAndIsNamed() throws Exception {
    try (SampleProcess sample = SampleProcess.start(Map.of("TAMBO_ACCESS", "open"), "--port=0")) {
      String words = sample.lastWords();

      assertEquals(1, sample.exitStatus());
      assertTrue(words.contains("tambo.access"), words);
    }
  }

  @Test
  void onlyTheTwoJarsAreShipped() throws Exception {
    List<String> jars = entries("WEB-INF/lib/");
    assertEquals(2, jars.size(), jars.toString());
    assertTrue(jars.get(0).startsWith("WEB-INF/lib/tambo-auth-filter-"), jars.toString());
    assertTrue(jars.get(1).startsWith("WEB-INF/lib/tambo-auth-jaxrs-"), jars.toString());
  }

  @Test
  void serverNeverSeesTheLauncherAmongTheClasses() throws Exception {
    List<String> classes = entries("WEB-INF/classes/");
    assertFalse(classes.isEmpty());
    assertTrue(classes.stream().noneMatch(name -> name.contains("/launch/")), classes.toString());
    assertTrue(classes.stream().noneMatch(name -> name.contains("/server/")), classes.toString());
  }

  private static List<String> entries(String folder) throws Exception {
    try (ZipFile war = new ZipFile(SampleProcess.war().toFile())) {
      List<String> names =
          war.stream()
              .filter(entry -> !entry.isDirectory())
              .map(ZipEntry::getName)
              .filter(name -> name.startsWith(folder))
              .toList();
      return List.copyOf(new TreeSet<>(names));
    }
  }

  private static String pasted(String command) throws Exception {
    Process bash =
        new ProcessBuilder(BASH.toString(), "-c", command)
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    return new String(bash.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
  }

  private static boolean onPath(String program) {
    return List.of(System.getenv("PATH").split(":", -1)).stream()
        .anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
  }
}
