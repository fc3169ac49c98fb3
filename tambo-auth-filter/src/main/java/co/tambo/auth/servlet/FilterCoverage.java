package co.tambo.auth.servlet;

import jakarta.servlet.FilterRegistration;
import jakarta.servlet.http.HttpServletMapping;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The requests that a filter is mapped to (Jakarta Servlet section 12.2), known before any filter
 * runs.
 */
record FilterCoverage(List<String> urlPatterns, List<String> servletNames) {

  /** Every request of the application. */
  static final FilterCoverage EVERYTHING = new FilterCoverage(List.of("/*"), List.of());

  private static final int NONE = -1;
  private static final int BY_NAME = 0;
  private static final int BY_EXTENSION = 1;

  static FilterCoverage of(FilterRegistration filter) {
    return new FilterCoverage(
        copy(filter.getUrlPatternMappings()), copy(filter.getServletNameMappings()));
  }

  /** Open Liberty has null where there is no mapping. */
  private static List<String> copy(@Nullable Collection<String> names) {
    return names == null ? List.of() : List.copyOf(names);
  }

  /** Returns how closely a mapping fits the request; negative when none does. */
  int closeness(HttpServletRequest request) {
    String path = path(request);
    int closest = urlPatterns.stream().mapToInt(each -> closeness(each, path)).max().orElse(NONE);
    return closest == NONE && coversServlet(request) ? BY_NAME : closest;
  }

  private static String path(HttpServletRequest request) {
    String info = request.getPathInfo();
    return request.getServletPath() + (info == null ? "" : info);
  }

  private static int closeness(String pattern, String path) {
    if (pattern.equals(path)) {
      return Integer.MAX_VALUE;
    }
    if (pattern.startsWith("*.")) {
      String name = path.substring(path.lastIndexOf('/') + 1);
      return name.endsWith(pattern.substring(1)) ? BY_EXTENSION : NONE;
    }
    return pattern.endsWith("/*") && isBelow(path, pattern.substring(0, pattern.length() - 2))
        ? pattern.length()
        : NONE;
  }

  private static boolean isBelow(String path, String folder) {
    return path.startsWith(folder)
        && (path.length() == folder.length() || path.charAt(folder.length()) == '/');
  }

  private boolean coversServlet(HttpServletRequest request) {
    if (servletNames.isEmpty()) {
      return false;
    }
    HttpServletMapping mapping = request.getHttpServletMapping();
    return servletNames.contains("*") || servletNames.contains(mapping.getServletName());
  }
}
