package co.tambo.auth.internal.config;

import co.tambo.auth.internal.config.Sources.Found;

/** How values appear in messages: secrets masked, on one line, not too long. */
final class Shown {

  private static final String MASK = "****";
  private static final int LONGEST = 120;

  private Shown() {}

  static String value(Setting setting, String text) {
    if (setting == Setting.USER_KEY) {
      int colon = text.indexOf(':');
      return colon < 0 ? MASK : line(text.substring(0, colon)) + ":" + MASK;
    }
    if (setting == Setting.PUBLIC_KEY && KeyText.isReference(text)) {
      return line(text);
    }
    return setting.secret() ? MASK : line(text);
  }

  /** Returns what is wrong with a found value; what a secret holds beside a placeholder stays. */
  static String problem(Setting setting, Found found) {
    boolean onePlaceholder = found.text().startsWith("${") && found.text().endsWith("}");
    return found.problem().isEmpty() || !setting.secret() || onePlaceholder
        ? found.problem()
        : "a placeholder in it cannot be resolved; write \\${ where ${ stands for itself";
  }

  /** Returns a text on one line, without the user information and queries of addresses. */
  static String line(String text) {
    String masked =
        text.replaceAll("//[^/\\s]*@", "//" + MASK + "@").replaceAll("\\?[^,\\s]*", "?" + MASK);
    String line = masked.replaceAll("\\p{Cntrl}+", " ");
    return line.length() <= LONGEST ? line : line.substring(0, LONGEST) + "…";
  }
}
