package co.tambo.auth.internal.config;

import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The class path as the application sees it. */
final class ClassPath {

  private ClassPath() {}

  /** Returns the class loaders to ask: the application's, then this library's. */
  static List<ClassLoader> loaders() {
    List<ClassLoader> loaders = new ArrayList<>();
    ClassLoader context = Thread.currentThread().getContextClassLoader();
    ClassLoader own = ClassPath.class.getClassLoader();
    if (context != null) {
      loaders.add(context);
    }
    if (own != null && !own.equals(context)) {
      loaders.add(own);
    }
    return loaders;
  }

  /** Opens a resource, empty when no loader has it. */
  static Optional<InputStream> open(String path) throws IOException {
    String name = path.startsWith("/") ? path.substring(1) : path;
    for (ClassLoader loader : loaders()) {
      URL resource = loader.getResource(name);
      if (resource != null) {
        return Optional.of(resource.openStream());
      }
    }
    return Optional.empty();
  }
}
