package co.tambo.servers;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;

/**
 * A WAR as other deployers would pack it. Immutable.
 *
 * @param original the WAR of the build
 * @param params context-params to add to its web.xml
 * @param thin whether tambo-auth is left out, because the server has it in a shared folder
 */
record WarCopy(Path original, Map<String, String> params, boolean thin) {

  private static final String DESCRIPTOR = "WEB-INF/web.xml";
  private static final String OUR_JARS = "WEB-INF/lib/tambo-auth-";

  /** Copies the map. */
  WarCopy {
    params = Map.copyOf(params);
  }

  /** Writes it. */
  Path to(Path file) throws IOException {
    try (ZipFile war = new ZipFile(original.toFile());
        ZipOutputStream copy = new ZipOutputStream(Files.newOutputStream(file))) {
      for (ZipEntry entry : war.stream().toList()) {
        if (!thin || !entry.getName().startsWith(OUR_JARS)) {
          copy.putNextEntry(new ZipEntry(entry.getName()));
          copy.write(content(war, entry));
          copy.closeEntry();
        }
      }
    }
    return file;
  }

  /** Extracts the jars that a thin WAR lacks, for the server's shared folder. */
  static void extractJars(Path folder) throws IOException {
    Files.createDirectories(folder);
    try (ZipFile war = new ZipFile(Selection.war("").toFile())) {
      for (ZipEntry entry : war.stream().filter(e -> e.getName().startsWith(OUR_JARS)).toList()) {
        String name = entry.getName().substring(entry.getName().lastIndexOf('/') + 1);
        Files.write(folder.resolve(name), war.getInputStream(entry).readAllBytes());
      }
    }
  }

  private byte[] content(ZipFile war, ZipEntry entry) throws IOException {
    byte[] content = war.getInputStream(entry).readAllBytes();
    if (!entry.getName().equals(DESCRIPTOR)) {
      return content;
    }
    StringBuilder more = new StringBuilder();
    params.forEach(
        (name, value) ->
            more.append(
                """
                <context-param>
                  <param-name>%s</param-name>
                  <param-value>%s</param-value>
                </context-param>
                """
                    .formatted(name, value)));
    String xml = new String(content, StandardCharsets.UTF_8);
    return xml.replaceFirst("<context-param>", more + "<context-param>")
        .getBytes(StandardCharsets.UTF_8);
  }
}
