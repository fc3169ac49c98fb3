package co.tambo.servers;

import co.tambo.servers.process.FreePort;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** GlassFish and Payara Server: a copy of domain1. */
final class GlassFishKind implements ServerKind {

  private static final int ROUNDS = 100;

  /** Payara's cluster, which would listen beyond loopback, as the embedded JMS would. */
  private static final String HAZELCAST = "<hazelcast-config-specific-configuration";

  /** The listeners beside HTTP, as the domain that was unpacked has them. */
  private static final List<String> LISTENERS =
      List.of(
          "<network-listener port=\"8181\"",
          "<network-listener port=\"4848\"",
          "address=\"0.0.0.0\" port=\"3700\"",
          "address=\"0.0.0.0\" port=\"3820\"",
          "address=\"0.0.0.0\" port=\"3920\"",
          "address=\"0.0.0.0\" port=\"8686\"");

  @Override
  public StartCommand layOut(Installation installation, Launch launch) throws IOException {
    Path home = installation.home().resolve("glassfish");
    Path domains = launch.work().resolve("domains");
    Path domain = Folders.copy(home.resolve("domains/domain1"), domains.resolve("domain1"));
    List<String> ports = freePorts();
    Folders.edit(domain.resolve("config/domain.xml"), xml -> configured(xml, launch, ports));
    Folders.write(domain.resolve("config/keyfile"), Launch.USER + ";" + digest() + ";user\n");
    Folders.copyAll(launch.sharedJars(), domain.resolve("lib"));
    Path deployments = Folders.create(domain.resolve("autodeploy"));
    return new StartCommand(
        List.of(
            Folders.executable(home.resolve("bin/asadmin")).toString(),
            "start-domain",
            "--domaindir",
            domains.toString(),
            "--verbose",
            "domain1"),
        Map.of(
            "AS_JAVA", installation.jdk().toString(),
            "JAVA_HOME", installation.jdk().toString()),
        domain,
        deployments,
        domain.resolve("logs"));
  }

  private static List<String> freePorts() {
    List<String> free = new ArrayList<>();
    while (free.size() < LISTENERS.size()) {
      free.add(Integer.toString(FreePort.any()));
    }
    return free;
  }

  private static String configured(String xml, Launch launch, List<String> ports) {
    String own =
        xml.replaceFirst("port=\"8080\"", "address=\"127.0.0.1\" port=\"" + launch.port() + "\"");
    for (int i = 0; i < LISTENERS.size(); i++) {
      String listener = LISTENERS.get(i);
      own =
          own.replaceFirst(
              listener, listener.replaceFirst("port=\"\\d+\"", "port=\"" + ports.get(i) + "\""));
    }
    String options =
        launch.optionsWithConfig().stream()
            .map(option -> "<jvm-options>" + option.replace("&", "&amp;") + "</jvm-options>")
            .collect(Collectors.joining("\n        "));
    return own.replace("address=\"0.0.0.0\"", "address=\"127.0.0.1\"")
        .replace("<jms-service type=\"EMBEDDED\"", "<jms-service type=\"REMOTE\"")
        .replace(HAZELCAST + ">", HAZELCAST + " enabled=\"false\">")
        .replaceFirst("<jvm-options>", options + "\n        <jvm-options>");
  }

  /** As the file realm keeps passwords. */
  private static String digest() {
    byte[] salt = "pinch of".getBytes(StandardCharsets.UTF_8);
    try {
      MessageDigest sha = MessageDigest.getInstance("SHA-256");
      sha.update(Launch.PASSWORD.getBytes(StandardCharsets.UTF_8));
      byte[] hash = sha.digest(salt);
      for (int round = 2; round <= ROUNDS; round++) {
        hash = sha.digest(hash);
      }
      byte[] both = Arrays.copyOf(hash, hash.length + salt.length);
      System.arraycopy(salt, 0, both, hash.length, salt.length);
      return "{SSHA256}" + Base64.getEncoder().encodeToString(both);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
