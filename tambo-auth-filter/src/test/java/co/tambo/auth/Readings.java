package co.tambo.auth;

import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Locale;
import java.util.function.UnaryOperator;

/** How a container that understands as much as it can would read a raw path. */
final class Readings {

  private static final int ROUNDS = 4;

  private Readings() {}

  /** Returns what a container that decodes once and resolves dots makes of a path. */
  static String plain(String rawPath) {
    return resolved(decoded(withoutParameters(rawPath)));
  }

  /** Returns what is left when everything is decoded and resolved that anybody ever decodes. */
  static String wildest(String rawPath) {
    String path = rawPath;
    for (int i = 0; i < ROUNDS; i++) {
      path = once(path);
    }
    return path;
  }

  private static String once(String path) {
    UnaryOperator<String> decode = Readings::decoded;
    String read = decode.apply(withoutParameters(path)).replace('\\', '/');
    int nul = read.indexOf('\0');
    return resolved(withoutParameters(nul < 0 ? read : read.substring(0, nul)))
        .toLowerCase(Locale.ROOT);
  }

  private static String withoutParameters(String path) {
    return path.replaceAll(";[^/]*", "");
  }

  private static String decoded(String path) {
    byte[] bytes = new byte[path.length() * 4];
    int length = 0;
    for (int i = 0; i < path.length(); i++) {
      if (path.startsWith("%", i) && path.substring(i + 1).matches("(?s)[0-9A-Fa-f]{2}.*")) {
        bytes[length++] = (byte) Integer.parseInt(path.substring(i + 1, i + 3), 16);
        i += 2;
      } else {
        byte[] one = path.substring(i, i + 1).getBytes(StandardCharsets.UTF_8);
        System.arraycopy(one, 0, bytes, length, one.length);
        length += one.length;
      }
    }
    return new String(bytes, 0, length, StandardCharsets.UTF_8);
  }

  private static String resolved(String path) {
    Deque<String> segments = new ArrayDeque<>();
    for (String segment : path.split("/+", -1)) {
      if (segment.equals("..")) {
        segments.pollLast();
      } else if (!segment.isEmpty() && !segment.equals(".")) {
        segments.addLast(segment);
      }
    }
    boolean folder = path.endsWith("/") || path.endsWith("/.") || path.endsWith("/..");
    String joined = "/" + String.join("/", segments);
    return folder && !segments.isEmpty() ? joined + "/" : joined;
  }
}
