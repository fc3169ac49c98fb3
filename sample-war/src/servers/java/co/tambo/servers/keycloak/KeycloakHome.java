package co.tambo.servers.keycloak;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * A folder that one Keycloak runs in and writes to. Of the unpacked distribution the jars, which
 * nobody writes to, are linked, the rest is copied. What the first start builds in it serves later
 * ones.
 */
final class KeycloakHome {

  private static final String VERSION = "version.txt";

  private final Path folder;

  private KeycloakHome(Path folder) {
    this.folder = folder;
  }

  /** Returns the home in this folder, made anew unless it is a complete one of that version. */
  static KeycloakHome of(Path distribution, Path folder) throws IOException {
    KeycloakHome home = new KeycloakHome(folder);
    if (!home.isOf(distribution)) {
      delete(folder);
      for (String part : List.of("bin", "conf", "lib", "providers", "themes")) {
        home.take(distribution, distribution.resolve(part));
      }
      // Last, because it says that the others are there.
      home.take(distribution, distribution.resolve(VERSION));
    }
    return home;
  }

  Path script() {
    return folder.resolve("bin/kc.sh");
  }

  /** Forgets all data; the next start imports this realm. */
  void beginWith(String realm) throws IOException {
    delete(folder.resolve("data"));
    Path imports = Files.createDirectories(folder.resolve("data/import"));
    Files.writeString(imports.resolve(Keycloak.REALM + "-realm.json"), realm);
  }

  /** Lets the next run make it anew, because what a failed start has built may be half done. */
  void distrust() throws IOException {
    Files.deleteIfExists(folder.resolve(VERSION));
  }

  private boolean isOf(Path distribution) throws IOException {
    Path mine = folder.resolve(VERSION);
    return Files.exists(mine) && Files.mismatch(mine, distribution.resolve(VERSION)) < 0;
  }

  private void take(Path distribution, Path part) throws IOException {
    try (Stream<Path> files = Files.walk(part)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        Path mine = folder.resolve(distribution.relativize(file).toString());
        Files.createDirectories(mine.getParent());
        if (file.startsWith(distribution.resolve("lib/lib"))) {
          link(file, mine);
        } else {
          Files.copy(file, mine, StandardCopyOption.COPY_ATTRIBUTES);
        }
      }
    }
    script().toFile().setExecutable(true);
  }

  private static void link(Path file, Path mine) throws IOException {
    try {
      Files.createLink(mine, file);
    } catch (UnsupportedOperationException | FileSystemException otherFileSystem) {
      Files.copy(file, mine);
    }
  }

  private static void delete(Path tree) throws IOException {
    if (Files.exists(tree)) {
      try (Stream<Path> files = Files.walk(tree)) {
        for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
          Files.delete(file);
        }
      }
    }
  }
}
