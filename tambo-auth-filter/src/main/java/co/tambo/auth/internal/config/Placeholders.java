package co.tambo.auth.internal.config;

import java.util.Optional;

/**
 * Resolves {@code ${name}} and {@code ${name:default}}, as MicroProfile Config does. A backslash
 * before the dollar sign makes the placeholder stand for itself.
 */
final class Placeholders {

  /** Finds what a name stands for. */
  @FunctionalInterface
  interface Resolver {
    Optional<String> resolve(String name) throws BadValueException;
  }

  private final Resolver resolver;

  Placeholders(Resolver resolver) {
    this.resolver = resolver;
  }

  String resolve(String text) throws BadValueException {
    StringBuilder resolved = new StringBuilder();
    int at = 0;
    for (int open = text.indexOf("${"); open >= 0; open = text.indexOf("${", at)) {
      if (open > at && text.charAt(open - 1) == '\\') {
        resolved.append(text, at, open - 1).append("${");
        at = open + 2;
      } else {
        int close = closing(text, open + 2);
        resolved.append(text, at, open).append(one(text.substring(open + 2, close)));
        at = close + 1;
      }
    }
    return resolved.append(text, at, text.length()).toString();
  }

  private String one(String inside) throws BadValueException {
    int colon = inside.indexOf(':');
    String name = (colon < 0 ? inside : inside.substring(0, colon)).strip();
    Optional<String> found = resolver.resolve(name);
    if (found.isPresent()) {
      return found.get();
    }
    if (colon < 0) {
      throw new BadValueException(
          "the placeholder ${"
              + name
              + "} cannot be resolved: define it in a less specific place,"
              + " or give it a default as in ${"
              + name
              + ":…}");
    }
    return resolve(inside.substring(colon + 1));
  }

  private static int closing(String text, int from) throws BadValueException {
    int depth = 0;
    for (int i = from; i < text.length(); i++) {
      if (text.charAt(i) == '{') {
        depth++;
      } else if (text.charAt(i) == '}' && depth-- == 0) {
        return i;
      }
    }
    throw new BadValueException("a placeholder has no end: close it with }, or write \\${ for ${");
  }
}
