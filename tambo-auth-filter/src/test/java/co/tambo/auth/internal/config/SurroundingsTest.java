package co.tambo.auth.internal.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import co.tambo.auth.TamboAuthConfig;
import co.tambo.auth.TamboAuthConfig.TamboConfigException;
import co.tambo.auth.parts.Attack;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SurroundingsTest {

  private static final String API = "org.eclipse.microprofile.";

  private final ClassLoader before = Thread.currentThread().getContextClassLoader();

  @AfterEach
  void restore() {
    Thread.currentThread().setContextClassLoader(before);
  }

  @Test
  void microProfileConfigIsUsedWhereItIs() {
    assertEquals("[MicroProfile Config]", Surroundings.detect().toString());
  }

  @Nested
  class WithoutMicroProfileConfig {

    private static String layers(ClassLoader server) throws ReflectiveOperationException {
      Thread.currentThread().setContextClassLoader(server);
      Class<?> surroundings = server.loadClass(Surroundings.class.getName());
      var detect = surroundings.getDeclaredMethod("detect");
      detect.setAccessible(true);
      return String.valueOf(detect.invoke(null));
    }

    private static final String PLAIN =
        "[system property, environment, META-INF/microprofile-config.properties]";

    @Test
    @Attack("L10")
    void missingClassesAreMetQuietly() throws ReflectiveOperationException {
      assertEquals(PLAIN, layers(new HidingClassLoader(name -> name.startsWith(API))));
    }

    @Test
    @Attack("L10")
    void halfOfTheClassesIsMetQuietly() throws ReflectiveOperationException {
      assertEquals(
          PLAIN, layers(new HidingClassLoader(name -> name.startsWith(API + "config.spi"))));
    }

    @Test
    @Attack("L10")
    void missingImplementationIsMetQuietly() throws ReflectiveOperationException {
      assertEquals(PLAIN, layers(new HidingClassLoader(name -> false)));
    }

    @Test
    @Attack("L10")
    void brokenServiceFileIsMetQuietly() throws ReflectiveOperationException {
      assertEquals(PLAIN, layers(new HidingClassLoader(name -> false, "no.such.Resolver")));
    }

    @Test
    void configurationIsReadAllTheSame() throws ReflectiveOperationException {
      ClassLoader server = new HidingClassLoader(name -> name.startsWith(API));
      Thread.currentThread().setContextClassLoader(server);
      Class<?> config = server.loadClass(TamboAuthConfig.class.getName());
      Object read =
          config
              .getMethod("of", Map.class)
              .invoke(null, Map.of("tambo.user-key", "session:userId"));
      assertTrue(read.toString().contains("session:userId"), read.toString());
    }
  }

  @Nested
  class File {

    @TempDir Path folder;

    private List<Layer> layersWith(String text) throws Exception {
      Path file = folder.resolve("META-INF/microprofile-config.properties");
      Files.createDirectories(folder.resolve("META-INF"));
      Files.writeString(file, text);
      try (var application =
          new URLClassLoader(new URL[] {folder.toUri().toURL()}, getClass().getClassLoader())) {
        Thread.currentThread().setContextClassLoader(application);
        return Surroundings.of(Map.of(), Map.of(), Surroundings.files());
      }
    }

    @Test
    void isReadFromTheApplicationsClassPathAsUtf8() throws Exception {
      Sources sources = new Sources(List.of(), layersWith("tambo.name-claim=größe\n"));
      assertEquals("größe", sources.find("tambo.name-claim").orElseThrow().text());
    }

    @Test
    void thatCannotBeReadIsAProblem() {
      TamboConfigException problem =
          assertThrows(TamboConfigException.class, () -> layersWith("tambo.realm=\\u00zz\n"));
      assertTrue(problem.problems().get(0).contains("cannot be read"), problem.toString());
    }

    @Test
    void mayBeMissing() throws IOException {
      Thread.currentThread().setContextClassLoader(null);
      assertEquals(Map.of(), Surroundings.files());
    }
  }
}
