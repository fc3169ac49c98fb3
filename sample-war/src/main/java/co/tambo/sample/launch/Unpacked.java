package co.tambo.sample.launch;

import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/** A WAR in a directory of its own, which goes away with {@link #close()}. */
final class Unpacked implements AutoCloseable {

  private final Path directory;
  private final URLClassLoader launcher;

  private Unpacked(Path directory) throws IOException {
    this.directory = directory;
    this.launcher = new URLClassLoader(classPath(), ClassLoader.getPlatformClassLoader());
  }

  static Unpacked of(Path war) throws IOException {
    Path directory = Files.createTempDirectory("tambo-sample-").toRealPath();
    unzip(war, Files.createDirectory(directory.resolve("webapp")));
    Files.createDirectory(directory.resolve("work"));
    return new Unpacked(directory);
  }

  /** Returns the web application. */
  Path webapp() {
    return directory.resolve("webapp");
  }

  /** Returns where the server may keep what it compiles. */
  Path work() {
    return directory.resolve("work");
  }

  /** Returns the class loader that knows the server, and nothing of the web application. */
  ClassLoader launcher() {
    return launcher;
  }

  @Override
  public void close() throws IOException {
    launcher.close();
    try (Stream<Path> paths = Files.walk(directory)) {
      for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(path);
      }
    }
  }

  private URL[] classPath() throws IOException {
    Path webInf = webapp().resolve("WEB-INF");
    List<URL> urls = new ArrayList<>();
    urls.add(webInf.resolve("launcher/classes").toUri().toURL());
    addJars(urls, webInf.resolve("launcher"), "");
    addJars(urls, webInf.resolve("lib"), "tambo-auth-filter-");
    return urls.toArray(URL[]::new);
  }

  private static void addJars(List<URL> urls, Path folder, String prefix) throws IOException {
    try (DirectoryStream<Path> jars = Files.newDirectoryStream(folder, prefix + "*.jar")) {
      for (Path jar : jars) {
        urls.add(jar.toUri().toURL());
      }
    }
  }

  private static void unzip(Path war, Path target) throws IOException {
    try (ZipFile zip = new ZipFile(war.toFile())) {
      for (ZipEntry entry : zip.stream().toList()) {
        unzip(zip, entry, target.resolve(entry.getName()).normalize());
      }
    }
  }

  private static void unzip(ZipFile zip, ZipEntry entry, Path file) throws IOException {
    if (entry.isDirectory()) {
      Files.createDirectories(file);
      return;
    }
    Files.createDirectories(file.getParent());
    try (InputStream content = zip.getInputStream(entry)) {
      Files.copy(content, file);
    }
  }
}
