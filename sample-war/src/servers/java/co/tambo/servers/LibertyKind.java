package co.tambo.servers;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * An Open Liberty server.
 *
 * @param features the features of its server.xml
 */
record LibertyKind(List<String> features) implements ServerKind {

  private static final String SERVER =
      """
      <server>
        <featureManager>
          %s
        </featureManager>
        <httpEndpoint id="defaultHttpEndpoint" host="127.0.0.1" httpPort="%d" httpsPort="-1"/>
        <applicationMonitor pollingRate="500ms"/>
        <basicRegistry id="suite" realm="suite">
          <user name="%s" password="%s"/>
          <group name="user"><member name="%s"/></group>
        </basicRegistry>
        %s
      </server>
      """;

  @Override
  public StartCommand layOut(Installation installation, Launch launch) throws IOException {
    Path user = launch.work().resolve("user");
    Path server = user.resolve("servers/suite");
    writeServer(server, launch);
    Folders.write(server.resolve("jvm.options"), String.join("\n", launch.options()) + "\n");
    Folders.copyAll(launch.sharedJars(), server.resolve("lib/global"));
    Path dropins = Folders.create(server.resolve("dropins"));
    return new StartCommand(
        List.of(
            Folders.executable(installation.home().resolve("bin/server")).toString(),
            "run",
            "suite"),
        Map.of("JAVA_HOME", installation.jdk().toString(), "WLP_USER_DIR", user.toString()),
        server,
        dropins,
        server.resolve("logs"));
  }

  private void writeServer(Path server, Launch launch) throws IOException {
    Folders.write(
        server.resolve("server.xml"),
        SERVER.formatted(
            String.join("\n    ", features.stream().map(LibertyKind::feature).toList()),
            launch.port(),
            Launch.USER,
            Launch.PASSWORD,
            Launch.USER,
            String.join("\n  ", variables(launch.config()))));
  }

  @Override
  public boolean changes() {
    return features.contains("mpConfig-3.1");
  }

  /** Liberty looks at its server.xml all the time. */
  @Override
  public String change(Installation installation, Launch launch, Map<String, String> settings)
      throws IOException {
    writeServer(launch.work().resolve("user/servers/suite"), launch.withConfig(settings));
    return "CWWKG0017I";
  }

  private static String feature(String name) {
    return "<feature>" + name + "</feature>";
  }

  private static List<String> variables(Map<String, String> config) {
    return config.entrySet().stream()
        .map(e -> "<variable name=\"%s\" value=\"%s\"/>".formatted(e.getKey(), e.getValue()))
        .toList();
  }
}
