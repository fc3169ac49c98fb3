package co.tambo.auth.jaxrs;

import jakarta.ws.rs.core.PathSegment;
import jakarta.ws.rs.core.UriInfo;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** The templates of the methods that are open. Thread-safe; filled while the application starts. */
final class OpenPaths {

  private final List<OpenPath> paths = new CopyOnWriteArrayList<>();

  void add(OpenPath path) {
    paths.add(path);
  }

  /** Returns whether a request could match an open method; never false when it would. */
  boolean mayMatch(String httpMethod, UriInfo uri) {
    if (paths.isEmpty()) {
      return false;
    }
    List<String> segments = segments(uri);
    for (OpenPath path : paths) {
      if (path.mayMatch(httpMethod, segments)) {
        return true;
      }
    }
    return false;
  }

  /** Decoded, without matrix parameters and without a slash at the end. */
  private static List<String> segments(UriInfo uri) {
    List<String> segments = new ArrayList<>();
    for (PathSegment segment : uri.getPathSegments()) {
      segments.add(segment.getPath());
    }
    while (!segments.isEmpty() && segments.get(segments.size() - 1).isEmpty()) {
      segments.remove(segments.size() - 1);
    }
    return segments;
  }
}
