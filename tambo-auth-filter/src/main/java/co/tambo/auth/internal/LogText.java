package co.tambo.auth.internal;

/** Makes texts from a request safe to print: one line, printable ASCII, no longer than a line. */
public final class LogText {

  private static final int MAX_LENGTH = 120;

  private LogText() {}

  /** Returns a text with everything but printable ASCII escaped, cut at 120 characters. */
  public static String safe(String text) {
    return text.length() <= MAX_LENGTH && isPlain(text) ? text : escaped(text);
  }

  private static boolean isPlain(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (!isPlain(text.charAt(i))) {
        return false;
      }
    }
    return true;
  }

  private static String escaped(String text) {
    StringBuilder safe = new StringBuilder(MAX_LENGTH);
    for (int i = 0; i < text.length(); i++) {
      String next = escaped(text.charAt(i));
      if (safe.length() + next.length() > MAX_LENGTH) {
        break;
      }
      safe.append(next);
    }
    return safe.toString();
  }

  private static String escaped(char c) {
    return isPlain(c) ? String.valueOf(c) : String.format("\\u%04x", (int) c);
  }

  private static boolean isPlain(int c) {
    return c >= ' ' && c < 0x7F && c != '\\' && c != '"';
  }
}
