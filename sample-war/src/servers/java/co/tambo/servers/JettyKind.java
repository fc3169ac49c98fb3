package co.tambo.servers;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A Jetty base with the modules of one Jakarta EE level.
 *
 * @param level {@code ee10} or {@code ee11}
 */
record JettyKind(String level) implements ServerKind {

  private static final String REALM =
      """
      <?xml version="1.0"?>
      <!DOCTYPE Configure PUBLIC "-//Jetty//Configure//EN" "https://jetty.org/configure_10_0.dtd">
      <Configure id="Server" class="org.eclipse.jetty.server.Server">
        <Call class="org.eclipse.jetty.util.resource.ResourceFactory" name="of">
          <Arg><Ref refid="Server"/></Arg>
          <Call id="users" name="newResource"><Arg>%s</Arg></Call>
        </Call>
        <Call name="addBean">
          <Arg>
            <New class="org.eclipse.jetty.security.HashLoginService">
              <Set name="name">default</Set>
              <Set name="config"><Ref refid="users"/></Set>
            </New>
          </Arg>
        </Call>
      </Configure>
      """;

  @Override
  public StartCommand layOut(Installation installation, Launch launch) throws IOException {
    Path base = launch.work().resolve("base");
    Path users =
        Folders.write(
            base.resolve("etc/users.properties"),
            Launch.USER + ": " + Launch.PASSWORD + ", user\n");
    Folders.write(base.resolve("etc/realm.xml"), REALM.formatted(users.toUri()));
    addModules(installation, base);
    Folders.write(base.resolve("start.d/realm.ini"), "etc/realm.xml\n");
    Folders.copyAll(launch.sharedJars(), base.resolve("lib/" + level + "/ext"));
    List<String> command = new ArrayList<>(List.of(installation.java()));
    command.addAll(launch.optionsWithConfig());
    command.addAll(List.of("-Djava.io.tmpdir=" + temp(launch), "-jar", jar(installation)));
    command.add("jetty.http.host=127.0.0.1");
    command.add("jetty.http.port=" + launch.port());
    command.add("jetty.deploy.scanInterval=1");
    return new StartCommand(command, Map.of(), base, base.resolve("webapps"), base.resolve("logs"));
  }

  private static Path temp(Launch launch) throws IOException {
    return Folders.create(launch.work().resolve("temp"));
  }

  private static String jar(Installation installation) {
    return installation.home().resolve("start.jar").toString();
  }

  private void addModules(Installation installation, Path base) throws IOException {
    String modules =
        "http,%1$s-ext,%1$s-deploy,%1$s-annotations,%1$s-plus,%1$s-jsp,%1$s-websocket-jakarta"
            .formatted(level);
    Folders.execute(
        new ProcessBuilder(
                installation.java(), "-jar", jar(installation), "--add-modules=" + modules)
            .directory(base.toFile()),
        base.resolve("modules.log"));
  }
}
