package co.tambo.servers;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The servers' pages say what the suite does. */
class ServerPagesTest {

  private static final Path PAGES = Path.of("..", "docs", "servers");
  private static final String PROBE = "src/probe/webapp/WEB-INF/";

  private static final List<String> SECTIONS =
      List.of(
          "Where the jar goes",
          "web.xml",
          "JAX-RS",
          "Configuration sources",
          "CDI",
          "Container login",
          "Known limits");

  @ParameterizedTest
  @MethodSource("pages")
  void hasAllSectionsInOrder(String page) {
    List<String> titles =
        matches("^## (.*)$", page(page)).map(heading -> heading.group(1)).toList();
    assertEquals(SECTIONS, titles);
  }

  @ParameterizedTest
  @MethodSource("pages")
  void webXmlIsThatOfAllPages(String page) {
    assertEquals(webXml(page("tomcat")), webXml(page(page)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"filter", "filter-mapping"})
  void webXmlIsDeployedByTheSuite(String element) {
    String shown =
        matches("(?s)<" + element + ">.*?</" + element + ">", webXml(page("tomcat")))
            .map(MatchResult::group)
            .findFirst()
            .orElseThrow();
    assertContains(shown, read(Path.of(PROBE + "web.xml")));
  }

  @ParameterizedTest
  @CsvSource({"payara, payara-web.xml", "payara, beans.xml", "tomee, openejb-jar.xml"})
  void descriptorIsDeployedByTheSuite(String page, String descriptor) {
    String deployed =
        read(Path.of(PROBE + descriptor)).replaceAll("(?s)<\\?.*?\\?>|<!--.*?-->", "");
    assertContains("`" + descriptor, page(page).replace("WEB-INF/", ""));
    assertContains(deployed, page(page));
  }

  /** The last cell is {@code =} where the code has what the page tells. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          tomcat | `$CATALINA_BASE/lib` | TomcatKind | copyAll(launch.sharedJars(), base.resolve("lib"))
          tomcat | export CATALINA_OPTS= | TomcatKind | "CATALINA_OPTS",
          tomee | `$CATALINA_BASE/lib` | TomcatKind | copyAll(launch.sharedJars(), base.resolve("lib"))
          tomee | export CATALINA_OPTS= | TomcatKind | "CATALINA_OPTS",
          tomee | name the feature too | UndiscoveredFeature | Add TamboAuthFeature.class
          jetty | `$JETTY_BASE/lib/ee10/ext` | JettyKind | base.resolve("lib/" + level + "/ext")
          jetty | =http,ee10-ext,ee10-deploy, | JettyKind | "http,%1$s-ext,%1$s-deploy,
          jetty | ,ee10-annotations,ee10-plus, | JettyKind | ,%1$s-annotations,%1$s-plus,
          jetty | ,ee10-jsp,ee10-websocket-jakarta | JettyKind | ,%1$s-jsp,%1$s-websocket-jakarta"
          wildfly | other:write-attribute(name=integrated-jaspi,value=false) | LoginObstacle | =
          wildfly | <subsystem xmlns="urn:wildfly:microprofile-config-smallrye:2.0" | WildFlyKind | =
          wildfly | <config-source name="tambo"> | WildFlyKind | <config-source name="suite">
          wildfly | <property name="tambo.issuer" value= | WildFlyKind | <property name="%s" value=
          payara | `glassfish/domains/domain1/lib` | GlassFishKind | domain.resolve("lib")
          payara | `glassfish/domains/domain1/autodeploy` | GlassFishKind | domain.resolve("autodeploy")
          payara | <jvm-options>-D | GlassFishKind | "<jvm-options>" + option
          payara | --addlibs libs | PayaraMicroKind | "--addlibs", work.resolve("libs")
          payara | --deploymentdir wars | PayaraMicroKind | "--deploymentdir", wars
          glassfish | `glassfish/domains/domain1/lib` | GlassFishKind | domain.resolve("lib")
          glassfish | `glassfish/domains/domain1/autodeploy` | GlassFishKind | domain.resolve("autodeploy")
          glassfish | <jvm-options>-D | GlassFishKind | "<jvm-options>" + option
          glassfish | `AS_JAVA` | GlassFishKind | "AS_JAVA", installation.jdk()
          open-liberty | `lib/global` | LibertyKind | server.resolve("lib/global")
          open-liberty | `dropins` | LibertyKind | server.resolve("dropins")
          open-liberty | `jvm.options` | LibertyKind | server.resolve("jvm.options")
          open-liberty | <variable name="tambo.issuer" value= | LibertyKind | <variable name="%s" value=
          open-liberty | <feature>webProfile-10.0</feature> | Server | "webProfile-10.0"
          open-liberty | <feature>mpConfig-3.1</feature> | Server | "mpConfig-3.1"
          """)
  void whatThePageTellsIsWhatTheCodeDoes(String page, String told, String source, String done) {
    assertContains(told, page(page));
    assertContains(done.equals("=") ? told : done, source(source));
  }

  @ParameterizedTest
  @EnumSource(Server.class)
  void indexHasTheServer(Server server) {
    String row = "| [%s](%s.md) | `%s` | ".formatted(server.title(), server.page(), server.id());
    MatchResult found =
        matches("^\\Q" + row + "\\E(\\S+) ", page("README")).findFirst().orElseThrow();
    String version = found.group(1);
    assertContains(">" + version + "</version.", read(Path.of("..", "pom.xml")));
  }

  @Test
  void indexHasAPlaceForTheTable() {
    assertEquals(1, matches("(?s)<!-- table -->\n.*<!-- /table -->\n", page("README")).count());
  }

  @Test
  void everyLimitIsOnThePagesOfItsServers() {
    for (Limit limit : Limit.all()) {
      limit.servers().forEach(server -> assertContains(limit.reason(), page(server.page())));
    }
  }

  static Set<String> pages() {
    return Arrays.stream(Server.values()).map(Server::page).collect(Collectors.toSet());
  }

  private static String webXml(String page) {
    return page.substring(page.indexOf("## web.xml\n"), page.indexOf("## JAX-RS\n"));
  }

  private static Stream<MatchResult> matches(String regex, String text) {
    return Pattern.compile(regex, Pattern.MULTILINE).matcher(text).results();
  }

  /** Whitespace aside. */
  private static void assertContains(String part, String whole) {
    assertTrue(dense(whole).contains(dense(part)), () -> part + " is not in\n" + whole);
  }

  private static String dense(String text) {
    return text.replaceAll("\\s", "");
  }

  private static String page(String name) {
    return read(PAGES.resolve(name + ".md"));
  }

  /** Returns a class' source, its texts put together. */
  private static String source(String name) {
    return Stream.of(
            "src/servers/java/co/tambo/servers/",
            "../tambo-auth-filter/src/main/java/co/tambo/auth/servlet/",
            "../tambo-auth-jaxrs/src/main/java/co/tambo/auth/jaxrs/")
        .map(folder -> Path.of(folder + name + ".java"))
        .filter(Files::exists)
        .map(file -> read(file).replaceAll("\"\\s*\\+\\s*\"", "").replace("\\\"", "\""))
        .findFirst()
        .orElseThrow();
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
