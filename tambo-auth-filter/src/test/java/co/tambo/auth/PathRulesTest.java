package co.tambo.auth;

import static org.junit.jupiter.api.Assertions.assertEquals;

import co.tambo.auth.internal.config.AccessSettings;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PathRulesTest {

  private final PathRules rules =
      new PathRules(
          new AccessSettings(
              AccessMode.REQUIRED,
              List.of("/public/*", "/ping", "*.css", "/"),
              List.of("/feed/*"),
              false,
              Set.of(),
              false,
              "tambo"));

  private PathRules.Access of(String rawPath, String path) {
    return rules.of(new RequestTarget("https://a.example", rawPath, "/ctx", path, null));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"/public/x", "/public", "/public/", "/ping", "/a/b.css", "/", "/public/\u00e9"})
  void publicPatternOpensACanonicalPath(String path) {
    String raw = path.replace("\u00e9", "%C3%A9");
    assertEquals(new PathRules.Access(AccessMode.PERMISSIVE, true), of("/ctx" + raw, path));
  }

  @Test
  void optionalPatternMakesItsPathsOptional() {
    assertEquals(new PathRules.Access(AccessMode.OPTIONAL, false), of("/ctx/feed/1", "/feed/1"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"/publicity", "/ping/", "/pin", "/Public/x", "/x/public/y", "/a.css/x", "/feeds"})
  void anyOtherPathIsProtected(String path) {
    assertEquals(new PathRules.Access(AccessMode.REQUIRED, false), of("/ctx" + path, path));
  }

  @ParameterizedTest
  @CsvSource({
    "/ctx/public/../api/x, /public/../api/x",
    "/ctx/public/./x, /public/./x",
    "/ctx/public/.., /public/..",
    "/ctx/public/%2e%2e/api, /public/../api",
    "/ctx/public//x, /public//x",
    "/ctx//public/x, /public/x",
    "/ctx/public/x;a=b, /public/x",
    "/ctx/public/x%3Ba, /public/x;a",
    "/ctx/public/%2561, /public/%61",
    "/ctx/public/a%5Cb, /public/a\\b",
    "/ctx/%70ublic/x, /public/x",
    "/ctx/public/%ff, /public/\uFFFD",
    "/ctx/public/%c3%a9, /public/\u00e9",
    "/CTX/public/x, /public/x",
    "/ctx/./public/x, /public/x"
  })
  void targetWithASecondReadingIsProtected(String rawPath, String path) {
    assertEquals(new PathRules.Access(AccessMode.REQUIRED, false), of(rawPath, path));
  }

  @ParameterizedTest
  @ValueSource(strings = {"/ctx;x=", "/ctx;", "/./ctx", "/x/../ctx", "//ctx", "/%63tx"})
  void contextPathWithASecondReadingIsProtected(String contextPath) {
    RequestTarget target =
        new RequestTarget(
            "https://a.example", contextPath + "/public/x", contextPath, "/public/x", null);
    assertEquals(new PathRules.Access(AccessMode.REQUIRED, false), rules.of(target));
  }

  @Test
  void controlCharacterIsProtected() {
    assertEquals(AccessMode.REQUIRED, of("/ctx/public/%00", "/public/\u0000").mode());
    assertEquals(AccessMode.REQUIRED, of("/ctx/public/%0A", "/public/\n").mode());
  }

  @Test
  void dispatchIsMatchedByItsDecodedPathAlone() {
    RequestTarget dispatch =
        new RequestTarget("https://a.example", null, "/ctx", "/public/x y", null);
    assertEquals(AccessMode.PERMISSIVE, rules.of(dispatch).mode());
  }

  @ParameterizedTest
  @CsvSource({"/ctx/public/, /public/index.html", "/ctx/, /ping"})
  void welcomeFileOfAnOpenFolderIsOpen(String rawPath, String path) {
    assertEquals(new PathRules.Access(AccessMode.PERMISSIVE, true), of(rawPath, path));
  }

  @ParameterizedTest
  @CsvSource({
    "/ctx/secret/, /secret/a.css",
    "/ctx/, /index.html",
    "/ctx/, /public/x",
    "/ctx/public/x/, /public/y",
    "/ctx/public;/, /public/index.html",
    "/ctx/public/../, /public/index.html"
  })
  void welcomeFileIsProtectedUnlessItsFolderIsOpenToo(String rawPath, String path) {
    assertEquals(new PathRules.Access(AccessMode.REQUIRED, false), of(rawPath, path));
  }
}
