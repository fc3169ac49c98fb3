package co.tambo.servers;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** Tomcat and TomEE: a base folder of its own beside the home that was unpacked. */
final class TomcatKind implements ServerKind {

  private static final String USERS =
      """
      <tomcat-users xmlns="http://tomcat.apache.org/xml">
        <user username="%s" password="%s" roles="user"/>
      </tomcat-users>
      """;

  @Override
  public StartCommand layOut(Installation installation, Launch launch) throws IOException {
    Path home = installation.home();
    Path base = launch.work().resolve("base");
    Folders.copy(home.resolve("conf"), base.resolve("conf"));
    Folders.edit(
        base.resolve("conf/server.xml"),
        xml ->
            xml.replace("<Server port=\"8005\"", "<Server port=\"-1\"")
                .replace(
                    "<Connector port=\"8080\"",
                    "<Connector address=\"127.0.0.1\" port=\"" + launch.port() + "\"")
                .replace(
                    "<Engine name=\"Catalina\"",
                    "<Engine name=\"Catalina\" backgroundProcessorDelay=\"1\""));
    Folders.write(
        base.resolve("conf/tomcat-users.xml"), USERS.formatted(Launch.USER, Launch.PASSWORD));
    for (String folder : List.of("webapps", "logs", "temp", "work", "lib")) {
      Files.createDirectories(base.resolve(folder));
    }
    Folders.copyAll(launch.sharedJars(), base.resolve("lib"));
    return new StartCommand(
        List.of(Folders.executable(home.resolve("bin/catalina.sh")).toString(), "run"),
        Map.of(
            "JAVA_HOME", installation.jdk().toString(),
            "CATALINA_HOME", home.toString(),
            "CATALINA_BASE", base.toString(),
            "CATALINA_OPTS", String.join(" ", launch.optionsWithConfig())),
        base,
        base.resolve("webapps"),
        base.resolve("logs"));
  }
}
