package co.tambo.auth.internal.config;

import co.tambo.auth.AccessMode;
import java.util.List;
import java.util.Set;

/**
 * Who may go where.
 *
 * @param mode the access mode of every path that no pattern names
 * @param publicPaths servlet patterns of paths that are permissive
 * @param optionalPaths servlet patterns of paths that are optional
 * @param passPreflight whether a CORS preflight goes on as anonymous
 * @param allowedOrigins the origins from which a cookie's token may change something; empty for the
 *     request's own
 * @param containerLogin whether the user becomes the container's own caller
 * @param realm the realm of the challenge
 */
public record AccessSettings(
    AccessMode mode,
    List<String> publicPaths,
    List<String> optionalPaths,
    boolean passPreflight,
    Set<String> allowedOrigins,
    boolean containerLogin,
    String realm) {

  /** Copies the collections. */
  public AccessSettings {
    publicPaths = List.copyOf(publicPaths);
    optionalPaths = List.copyOf(optionalPaths);
    allowedOrigins = Set.copyOf(allowedOrigins);
  }
}
