package co.tambo.auth.internal.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import co.tambo.auth.AccessMode;
import co.tambo.auth.parts.Attack;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AccessReaderTest {

  private static AccessSettings access(String... keysAndValues) {
    return Reading.withToken(keysAndValues).access();
  }

  @ParameterizedTest
  @CsvSource({"required, REQUIRED", "optional, OPTIONAL", "permissive, PERMISSIVE"})
  void accessIsWhatTheSettingSays(String word, AccessMode mode) {
    assertEquals(mode, access("tambo.access", word).mode());
  }

  @ParameterizedTest
  @CsvSource({
    "requierd, required",
    "Optional, optional",
    "permisive, permissive",
    "none, optional"
  })
  void misspeltAccessNamesTheWordsAndTheNearest(String word, String nearest) {
    String problem = Reading.problemWithToken("tambo.access", word);
    assertTrue(
        problem.startsWith(
            "tambo.access="
                + word
                + " (init-param): must be one of required,"
                + " optional, permissive; did you mean "),
        problem);
    assertTrue(word.equals("none") || problem.endsWith(nearest + "?"), problem);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/",
        "/exact",
        "/dir/*",
        "/a/b/*",
        "*.css",
        "/dir/",
        "/c++",
        "/a.b",
        "/.well-known/*"
      })
  void servletPatternIsRead(String pattern) {
    assertEquals(List.of(pattern), access("tambo.public-paths", pattern).publicPaths());
    assertEquals(List.of(pattern), access("tambo.optional-paths", pattern).optionalPaths());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/*", "*", "*.*", "*.", "*.tar.gz", "*.a/b", "public", "./public", "/a/../b", "/..",
            "/a/./b",
        "//a", "/a//b", "//*", "/a//*", "/a;b", "/a%20b", "/a\\b", "/a*", "/*/b", "/a/**", "/*.css",
        "/a/.*", "^/a", "/a$", "/(a|b)", "/[a]", "/{a}", "/a?b", "/a#b", "/a b", "/a\u0000",
            "/a/../*"
      })
  void anyOtherPatternIsAProblem(String pattern) {
    assertTrue(
        Reading.problemWithToken("tambo.public-paths", pattern).startsWith("tambo.public-paths="));
  }

  @ParameterizedTest
  @CsvSource({
    "tambo.public-paths, tambo.access=permissive",
    "tambo.optional-paths, tambo.access=optional"
  })
  void patternForEveryPathNamesTheSettingThatIsMeant(String key, String meant) {
    assertTrue(Reading.problemWithToken(key, "/*").contains("set " + meant));
  }

  @ParameterizedTest
  @ValueSource(strings = {",", "/a,,/b"})
  @Attack("L02")
  void emptyListIsAProblem(String paths) {
    for (String key : List.of("tambo.public-paths", "tambo.optional-paths")) {
      assertTrue(Reading.problemWithToken(key, paths).contains("empty"));
    }
  }

  /** It opens no path, and turns no check off. */
  @ParameterizedTest
  @ValueSource(strings = {"", " "})
  @Attack("L02")
  void emptySettingIsAnUnsetOne(String empty) {
    AccessSettings access =
        access("tambo.public-paths", empty, "tambo.optional-paths", empty, "tambo.access", empty);
    assertEquals(List.of(), access.publicPaths());
    assertEquals(List.of(), access.optionalPaths());
    assertEquals(AccessMode.REQUIRED, access.mode());
    String problem = Reading.problemWithToken("tambo.audience", empty);
    assertTrue(problem.startsWith("tambo.audience is missing"), problem);
  }

  @Test
  void patternInBothListsIsAProblem() {
    String problem =
        Reading.problemWithToken("tambo.public-paths", "/a,/b", "tambo.optional-paths", "/b,/c");
    assertTrue(problem.contains("tambo.public-paths has /b too"), problem);
  }

  @Test
  void noneMakesAListEmpty() {
    assertEquals(List.of(), access("tambo.public-paths", "none").publicPaths());
  }

  @ParameterizedTest
  @CsvSource({"pass, true", "refuse, false"})
  void preflightIsWhatTheSettingSays(String word, boolean pass) {
    assertEquals(pass, access("tambo.cors-preflight", word).passPreflight());
  }

  @ParameterizedTest
  @CsvSource({
    "https://app.example, https://app.example",
    "https://App.Example:443, https://app.example",
    "http://localhost:3000, http://localhost:3000",
    "http://app.example:80, http://app.example",
    "https://app.example:8443, https://app.example:8443",
  })
  void originIsSpeltAsABrowserDoes(String written, String read) {
    assertEquals(Set.of(read), access("tambo.allowed-origins", written).allowedOrigins());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "*",
        "null",
        "app.example",
        "https://app.example/",
        "https://app.example/x",
        "https://*.example",
        "ws://app.example",
        "https://u@app.example",
        "https://app.example?x",
        "https://",
        "https://ä.example"
      })
  void anyOtherOriginIsAProblem(String origin) {
    assertTrue(
        Reading.problemWithToken("tambo.allowed-origins", origin)
            .startsWith("tambo.allowed-origins="));
  }

  @Test
  void plainOriginIsRefusedInProduction() {
    String problem =
        Reading.problemWithToken(
            "tambo.allowed-origins", "http://app.example", "tambo.environment", "production");
    assertTrue(problem.contains("https://"), problem);
  }

  @Attack("H13")
  @ParameterizedTest
  @ValueSource(strings = {"a\"b", "a\\b", "é", "a\tb", "a\r\nb"})
  void realmThatBreaksAChallengeIsAProblem(String realm) {
    assertTrue(Reading.problemWithToken("tambo.realm", realm).startsWith("tambo.realm="));
  }

  @Test
  void realmMayHaveBlanks() {
    assertEquals("my shop", access("tambo.realm", "my shop").realm());
  }
}
