package co.tambo.auth.contract;

import jakarta.servlet.ServletContainerInitializer;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A web application for any embedded container.
 *
 * @param contextPath its context path, decoded; empty for the root
 * @param folder the files that the container's default servlet serves, with {@code index.html} for
 *     a welcome file; null for an application without files
 * @param errorPage the path of the page for every error, null for the container's own
 * @param wideHeaders whether the container takes headers of megabytes; otherwise its own limit
 * @param initializers what builds the application, in order
 */
public record WebApplication(
    String contextPath,
    @Nullable Path folder,
    @Nullable String errorPage,
    boolean wideHeaders,
    List<ServletContainerInitializer> initializers) {

  static final int WIDE_HEADERS = 4 << 20;

  /** Copies the initializers. */
  public WebApplication {
    initializers = List.copyOf(initializers);
  }

  /** Returns an application at the root, without files. */
  public static WebApplication of(ServletContainerInitializer... initializers) {
    return new WebApplication("", null, null, true, List.of(initializers));
  }

  /** Returns this application elsewhere. */
  public WebApplication at(String path) {
    return new WebApplication(path, folder, errorPage, wideHeaders, initializers);
  }

  /** Returns this application with files. */
  public WebApplication files(Path files) {
    return new WebApplication(contextPath, files, errorPage, wideHeaders, initializers);
  }

  /** Returns this application with a page for errors. */
  public WebApplication errorPage(String page) {
    return new WebApplication(contextPath, folder, page, wideHeaders, initializers);
  }

  /** Returns this application under the container's own limit for headers. */
  public WebApplication usualHeaders() {
    return new WebApplication(contextPath, folder, errorPage, false, initializers);
  }
}
