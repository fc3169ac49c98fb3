package co.tambo.servers;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;

/**
 * How a server that was laid out is started.
 *
 * @param command the program and its arguments
 * @param environment what is added to the environment
 * @param folder the process' working folder
 * @param deployments the folder in which the server finds WARs, while it runs too
 * @param logs the folder in which the server keeps logs of its own
 */
record StartCommand(
    List<String> command,
    Map<String, String> environment,
    Path folder,
    Path deployments,
    Path logs) {

  /** Copies the list and the map. */
  StartCommand {
    command = List.copyOf(command);
    environment = Map.copyOf(environment);
  }

  /** Gives the server a WAR, which it deploys by itself, before it starts or while it runs. */
  void deploy(Path war, String context) throws IOException {
    Files.createDirectories(deployments);
    Path whole = deployments.resolveSibling(context + ".war.new");
    Files.copy(war, whole, StandardCopyOption.REPLACE_EXISTING);
    Files.move(whole, deployment(context), StandardCopyOption.REPLACE_EXISTING);
  }

  /** Takes a WAR away again. */
  void undeploy(String context) throws IOException {
    Files.deleteIfExists(deployment(context));
  }

  private Path deployment(String context) {
    return deployments.resolve(context + ".war");
  }
}
