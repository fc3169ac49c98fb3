package co.tambo.servers.keycloak;

import co.tambo.servers.process.FreePort;
import java.nio.file.Path;
import java.time.Duration;

/**
 * Where and how a Keycloak runs. Immutable.
 *
 * @param distribution the unpacked distribution, which is only read
 * @param work a folder of its own; what the first start builds in it makes later ones quicker
 * @param java the home of the JDK to run on
 * @param port a port of 127.0.0.1
 * @param accessTokenLife the life of an access token
 * @param startLimit how long a start may take
 */
public record KeycloakSetup(
    Path distribution,
    Path work,
    Path java,
    int port,
    Duration accessTokenLife,
    Duration startLimit) {

  /** Returns one on this JVM's JDK and a free port, whose access tokens live for 5 minutes. */
  public static KeycloakSetup of(Path distribution, Path work) {
    return new KeycloakSetup(
        distribution,
        work,
        Path.of(System.getProperty("java.home")),
        FreePort.any(),
        Duration.ofMinutes(5),
        Duration.ofMinutes(10));
  }

  /** Returns the same on another port of 127.0.0.1. */
  public KeycloakSetup onPort(int other) {
    return new KeycloakSetup(distribution, work, java, other, accessTokenLife, startLimit);
  }

  /** Returns the same with another life of its access tokens. */
  public KeycloakSetup withAccessTokenLife(Duration other) {
    return new KeycloakSetup(distribution, work, java, port, other, startLimit);
  }

  /** Returns the same on another JDK. */
  public KeycloakSetup onJava(Path other) {
    return new KeycloakSetup(distribution, work, other, port, accessTokenLife, startLimit);
  }
}
