package co.tambo.auth;

import java.security.Principal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The view of one request that an adapter offers to {@link TamboAuthenticator}. Implementations
 * read lazily, never touch the body, and need not be thread-safe.
 */
public interface AuthRequest {

  /** Returns the real request method, before any override. */
  String method();

  /** Returns where the request is going. */
  RequestTarget target();

  /** Returns every line of a header, in order, each as it arrived; empty when there is none. */
  List<String> headers(String name);

  /**
   * Returns the values of every cookie of that name, as they stand in the {@code Cookie} headers;
   * empty when there is none.
   */
  default List<String> cookies(String name) {
    return CookieHeader.values(headers("Cookie"), name);
  }

  /** Returns an attribute of the existing session, null without one. Never creates a session. */
  @Nullable Object sessionAttribute(String name);

  /** Returns a request attribute, null without one. */
  @Nullable Object attribute(String name);

  /** Returns the caller that the container itself has established, null without one. */
  @Nullable Principal containerPrincipal();
}
