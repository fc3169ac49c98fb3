package co.tambo.servers;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * WildFly's standalone.xml in a folder of its own.
 *
 * @param integratedJaspi WildFly's attribute of that name; {@code true} unless somebody changes it
 */
record WildFlyKind(boolean integratedJaspi) implements ServerKind {

  private static final int HTTP = 8080;
  private static final int MANAGEMENT = 9990;

  /** EJBs have a domain of that name too, without the attribute. */
  private static final String WEB_DOMAIN =
      "(?s)(urn:jboss:domain:undertow:.*?<application-security-domain )";

  @Override
  public StartCommand layOut(Installation installation, Launch launch) throws IOException {
    Path home = installation.home();
    Path base = Folders.copy(home.resolve("standalone"), launch.work().resolve("standalone"));
    Path conf = base.resolve("configuration");
    Folders.edit(conf.resolve("standalone.xml"), xml -> configured(xml, launch.config()));
    append(conf.resolve("application-users.properties"), Launch.USER + "=" + digest());
    append(conf.resolve("application-roles.properties"), Launch.USER + "=user");
    return new StartCommand(
        List.of(
            Folders.executable(home.resolve("bin/standalone.sh")).toString(),
            "-c",
            "standalone.xml",
            "-b",
            "127.0.0.1",
            "-bmanagement",
            "127.0.0.1",
            "-Djboss.socket.binding.port-offset=" + (launch.port() - HTTP)),
        Map.of(
            "JAVA_HOME", installation.jdk().toString(),
            "JBOSS_HOME", home.toString(),
            "JBOSS_BASE_DIR", base.toString(),
            "JAVA_OPTS", String.join(" ", launch.options()) + " -Djava.net.preferIPv4Stack=true"),
        base,
        base.resolve("deployments"),
        base.resolve("log"));
  }

  @Override
  public boolean changes() {
    return true;
  }

  /**
   * A source of a higher ordinal; its settings are those of applications that start from now on.
   */
  @Override
  public String change(Installation installation, Launch launch, Map<String, String> settings)
      throws IOException {
    String properties =
        settings.entrySet().stream()
            .map(setting -> '"' + setting.getKey() + "\"=>\"" + setting.getValue() + '"')
            .collect(Collectors.joining(","));
    Folders.execute(
        new ProcessBuilder(
            Folders.executable(installation.home().resolve("bin/jboss-cli.sh")).toString(),
            "--connect",
            "--controller=127.0.0.1:" + (MANAGEMENT + launch.port() - HTTP),
            "--command=/subsystem=microprofile-config-smallrye/config-source=changed:add(ordinal=500,"
                + "properties={"
                + properties
                + "})"),
        launch.work().resolve("cli.log"));
    return "";
  }

  private String configured(String xml, Map<String, String> config) {
    String own = xml.replace("scan-interval=\"5000\"", "scan-interval=\"500\"");
    if (!integratedJaspi) {
      own = own.replaceFirst(WEB_DOMAIN, "$1integrated-jaspi=\"false\" ");
    }
    String subsystem = "<subsystem xmlns=\"urn:wildfly:microprofile-config-smallrye:2.0\"/>";
    return config.isEmpty() ? own : own.replace(subsystem, source(subsystem, config));
  }

  private static String source(String subsystem, Map<String, String> config) {
    StringBuilder xml = new StringBuilder(subsystem.replace("/>", ">"));
    xml.append("<config-source name=\"suite\">");
    config.forEach(
        (key, value) -> xml.append("<property name=\"%s\" value=\"%s\"/>".formatted(key, value)));
    return xml.append("</config-source></subsystem>").toString();
  }

  private static void append(Path file, String line) throws IOException {
    Files.writeString(file, Files.readString(file) + "\n" + line + "\n");
  }

  /** As WildFly's properties realm keeps passwords. */
  private static String digest() {
    String text = Launch.USER + ":ApplicationRealm:" + Launch.PASSWORD;
    try {
      MessageDigest md5 = MessageDigest.getInstance("MD5");
      return HexFormat.of().formatHex(md5.digest(text.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
