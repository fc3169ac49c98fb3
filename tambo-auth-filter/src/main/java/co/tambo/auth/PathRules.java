package co.tambo.auth;

import co.tambo.auth.internal.config.AccessSettings;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;

/**
 * Which access a path has. A pattern opens only a canonical target: one that every container and
 * proxy reads alike. Everything else is protected.
 */
final class PathRules {

  private final AccessSettings settings;

  PathRules(AccessSettings settings) {
    this.settings = settings;
  }

  /** The access of a path; {@code open} for one that a public pattern names. */
  record Access(AccessMode mode, boolean open) {}

  Access of(RequestTarget target) {
    if (opens(settings.publicPaths(), target)) {
      return new Access(AccessMode.PERMISSIVE, true);
    }
    return opens(settings.optionalPaths(), target)
        ? new Access(AccessMode.OPTIONAL, false)
        : new Access(settings.mode(), false);
  }

  private static boolean opens(List<String> patterns, RequestTarget target) {
    if (!matches(patterns, target.path()) || !isPlain(target.contextPath() + target.path())) {
      return false;
    }
    String raw = target.rawPath();
    return raw == null
        || raw.equals(encoded(target.contextPath() + target.path()))
        || (raw.equals(encoded(target.contextPath() + folder(target.path())))
            && matches(patterns, folder(target.path())));
  }

  /** The container has a folder's welcome file for an answer; both have to be open then. */
  private static String folder(String path) {
    return path.substring(0, path.lastIndexOf('/') + 1);
  }

  private static boolean matches(List<String> patterns, String path) {
    for (String pattern : patterns) {
      if (matches(pattern, path)) {
        return true;
      }
    }
    return false;
  }

  /** Matches as servlet mappings do (Jakarta Servlet section 12.2). */
  private static boolean matches(String pattern, String path) {
    if (pattern.startsWith("*.")) {
      return path.endsWith(pattern.substring(1));
    }
    if (pattern.endsWith("/*")) {
      String directory = pattern.substring(0, pattern.length() - 2);
      return path.startsWith(directory)
          && (path.length() == directory.length() || path.charAt(directory.length()) == '/');
    }
    return path.equals(pattern);
  }

  /** Returns whether no part of a decoded path could be read as another path. */
  private static boolean isPlain(String path) {
    if (!path.startsWith("/") || path.contains("//") || hasDotSegment(path)) {
      return false;
    }
    return path.chars()
        .noneMatch(
            c -> c == ';' || c == '\\' || c == '%' || c == 0xFFFD || Character.isISOControl(c));
  }

  private static boolean hasDotSegment(String path) {
    String closed = path + "/";
    return closed.contains("/./") || closed.contains("/../");
  }

  /** Returns the plain percent-encoding of a path; empty when it has none. */
  private static String encoded(String path) {
    try {
      return new URI(null, null, path, null).toASCIIString();
    } catch (URISyntaxException e) {
      return "";
    }
  }
}
