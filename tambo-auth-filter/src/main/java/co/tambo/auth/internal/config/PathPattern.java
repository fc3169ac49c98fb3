package co.tambo.auth.internal.config;

import java.util.List;
import java.util.regex.Pattern;

/** Servlet patterns of paths: {@code /exact}, {@code /dir/*}, {@code *.css}. */
final class PathPattern {

  private static final Pattern EXTENSION = Pattern.compile("\\*\\.[A-Za-z0-9_-]+");
  // What is a path in its plain form; the rest is a pattern of another kind, or hides something.
  private static final Pattern FORBIDDEN =
      Pattern.compile("[\\p{Cntrl}\\s?#%;\\\\^$|()\\[\\]{}<>\"*]");

  private PathPattern() {}

  static Syntax<String> syntax(String everything) {
    return text -> {
      if (text.equals("/*")) {
        throw new BadValueException("/* means every path: set " + everything + " instead");
      }
      if (!EXTENSION.matcher(text).matches()) {
        requirePath(text.endsWith("/*") ? text.substring(0, text.length() - 1) + "any" : text);
      }
      return text;
    };
  }

  private static void requirePath(String path) throws BadValueException {
    if (!path.startsWith("/") || FORBIDDEN.matcher(path).find()) {
      throw new BadValueException(
          "must be /exact, /dir/* or *.css, decoded, without any other pattern or %, ; or \\");
    }
    List<String> segments = List.of(path.substring(1).split("/", -1));
    boolean emptyInside = segments.subList(0, segments.size() - 1).contains("");
    if (emptyInside || segments.contains(".") || segments.contains("..")) {
      throw new BadValueException("must have no empty segment, no . and no ..");
    }
  }
}
