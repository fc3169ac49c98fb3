package co.tambo.servers;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Payara Micro, which is one jar, deploys what lies in a folder when it starts. */
final class PayaraMicroKind implements ServerKind {

  private static final String LISTENER =
      "configs.config.server-config.network-config.network-listeners.network-listener"
          + ".http-listener.address";

  private static final List<String> OPENS =
      List.of(
          "--add-opens=java.base/jdk.internal.loader=ALL-UNNAMED",
          "--add-opens=java.base/java.lang=ALL-UNNAMED",
          "--add-opens=java.base/java.net=ALL-UNNAMED",
          "--add-opens=java.base/java.nio=ALL-UNNAMED",
          "--add-opens=java.base/java.util=ALL-UNNAMED",
          "--add-opens=java.base/sun.nio.ch=ALL-UNNAMED",
          "--add-opens=java.management/sun.management=ALL-UNNAMED",
          "--add-opens=java.base/sun.net.www=ALL-UNNAMED",
          "--add-opens=java.base/sun.security.util=ALL-UNNAMED",
          "--add-exports=java.base/jdk.internal.ref=ALL-UNNAMED");

  @Override
  public StartCommand layOut(Installation installation, Launch launch) throws IOException {
    Path work = launch.work();
    Path before = Folders.write(work.resolve("before"), "set " + LISTENER + "=127.0.0.1\n");
    Path password =
        Folders.write(work.resolve("password"), "AS_ADMIN_USERPASSWORD=" + Launch.PASSWORD + "\n");
    Path after =
        Folders.write(
            work.resolve("after"),
            "create-file-user --groups user --passwordfile " + password + " " + Launch.USER + "\n");
    Path wars = Folders.create(work.resolve("wars"));
    List<String> command = new ArrayList<>(List.of(installation.java()));
    command.addAll(OPENS);
    command.addAll(launch.optionsWithConfig());
    command.addAll(List.of("-jar", installation.home().toString()));
    command.addAll(List.of("--nohazelcast", "--nohostaware", "--disablephonehome"));
    command.addAll(List.of("--rootdir", work.resolve("root").toString()));
    command.addAll(List.of("--prebootcommandfile", before.toString()));
    command.addAll(List.of("--postbootcommandfile", after.toString()));
    command.addAll(List.of("--port", Integer.toString(launch.port())));
    command.addAll(List.of("--deploymentdir", wars.toString()));
    if (!launch.sharedJars().isEmpty()) {
      Folders.copyAll(launch.sharedJars(), work.resolve("libs"));
      command.addAll(List.of("--addlibs", work.resolve("libs").toString()));
    }
    return new StartCommand(command, Map.of(), work, wars, work.resolve("root/logs"));
  }
}
