package co.tambo.auth.jaxrs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import co.tambo.auth.ConfigSource;
import co.tambo.auth.TamboAuthConfig;
import java.io.IOException;
import java.io.StringWriter;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The README's examples are good. */
class ReadmeTest {

  private static final Pattern PARAM =
      Pattern.compile("<param-name>(.*?)</param-name>\\s*<param-value>(.*?)</param-value>");

  @ParameterizedTest
  @MethodSource("javaExamples")
  void javaExampleCompiles(String code, @TempDir Path classes) {
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    StringWriter said = new StringWriter();
    String classPath =
        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
    List<String> options =
        List.of("-d", classes.toString(), "-classpath", classPath, "-proc:none", "-nowarn");
    boolean compiled =
        compiler.getTask(said, null, null, options, null, List.of(source(code))).call();
    assertEquals("", said.toString());
    assertEquals(true, compiled);
  }

  private static JavaFileObject source(String code) {
    String name = code.replaceFirst("(?s).*?public class (\\w+).*", "$1");
    URI uri = URI.create("string:///" + name + ".java");
    return new SimpleJavaFileObject(uri, JavaFileObject.Kind.SOURCE) {
      @Override
      public CharSequence getCharContent(boolean ignoreEncodingErrors) {
        return code;
      }
    };
  }

  @Test
  void webXmlExampleStartsWithoutAWarning() throws IOException {
    Map<String, String> params =
        PARAM
            .matcher(examples("xml").get(0))
            .results()
            .collect(Collectors.toMap(param -> param.group(1), param -> param.group(2)));
    assertFalse(params.isEmpty());
    TamboAuthConfig config = TamboAuthConfig.load(List.of(ConfigSource.of("init-param", params)));
    assertEquals(List.of(), config.warnings());
  }

  static List<String> javaExamples() throws IOException {
    return examples("java");
  }

  private static List<String> examples(String language) throws IOException {
    return Pattern.compile("(?s)```" + language + "\n(.*?)```")
        .matcher(Files.readString(Path.of("..", "README.md")))
        .results()
        .map((MatchResult block) -> block.group(1))
        .toList();
  }
}
