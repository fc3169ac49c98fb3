package co.tambo.auth.internal.config;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.net.URLConnection;
import java.net.URLStreamHandler;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import java.util.function.Predicate;

/** A server's class loader: this library anew, with some classes and resources missing. */
final class HidingClassLoader extends ClassLoader {

  private final Predicate<String> hiddenClass;
  private final List<String> providers;

  /**
   * @param hiddenClass which classes are not there
   * @param providers what the service files name instead of what they do; none without service file
   */
  HidingClassLoader(Predicate<String> hiddenClass, String... providers) {
    super(HidingClassLoader.class.getClassLoader());
    this.hiddenClass = hiddenClass;
    this.providers = Arrays.asList(providers);
  }

  @Override
  protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
    if (hiddenClass.test(name)) {
      throw new ClassNotFoundException(name);
    }
    boolean own = name.startsWith("co.tambo.") || name.startsWith("org.eclipse.microprofile.");
    Class<?> loaded = findLoadedClass(name);
    if (!own || loaded != null) {
      return loaded != null ? loaded : super.loadClass(name, resolve);
    }
    return define(name);
  }

  @Override
  public Enumeration<URL> getResources(String name) throws IOException {
    if (!name.startsWith("META-INF/services/org.eclipse.microprofile.")) {
      return super.getResources(name);
    }
    return Collections.enumeration(
        providers.isEmpty() ? List.of() : List.of(text(String.join("\n", providers))));
  }

  private Class<?> define(String name) throws ClassNotFoundException {
    try (InputStream in = getResourceAsStream(name.replace('.', '/') + ".class")) {
      if (in == null) {
        throw new ClassNotFoundException(name);
      }
      byte[] bytes = in.readAllBytes();
      return defineClass(name, bytes, 0, bytes.length);
    } catch (IOException e) {
      throw new ClassNotFoundException(name, e);
    }
  }

  @SuppressWarnings("deprecation") // The replacement is not in Java 17.
  private static URL text(String text) throws IOException {
    return new URL(null, "memory:services", new TextHandler(text));
  }

  private static final class TextHandler extends URLStreamHandler {

    private final String text;

    private TextHandler(String text) {
      this.text = text;
    }

    @Override
    protected URLConnection openConnection(URL url) {
      return new URLConnection(url) {
        @Override
        public void connect() {}

        @Override
        public InputStream getInputStream() {
          return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
        }
      };
    }
  }
}
