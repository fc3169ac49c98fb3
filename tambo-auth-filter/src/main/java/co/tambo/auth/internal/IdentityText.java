package co.tambo.auth.internal;

/** Which texts may name a user: what two people could mistake for each other may not. */
public final class IdentityText {

  /** The longest subject, in characters. */
  public static final int SUBJECT_LENGTH = 1024;

  /** The longest user key, in characters. */
  public static final int USER_KEY_LENGTH = 255;

  private IdentityText() {}

  /**
   * Returns whether a text may name a user: not blank, not too long, without surrounding white
   * space, control and format characters or lone surrogates.
   */
  public static boolean usable(String text, int maxLength) {
    return !text.isEmpty()
        && text.length() <= maxLength
        && !isSpace(text.codePointAt(0))
        && !isSpace(text.codePointBefore(text.length()))
        && allUsable(text);
  }

  private static boolean allUsable(String text) {
    for (int i = 0; i < text.length(); i += Character.charCount(text.codePointAt(i))) {
      if (!isUsable(text.codePointAt(i))) {
        return false;
      }
    }
    return true;
  }

  private static boolean isUsable(int codePoint) {
    return switch (Character.getType(codePoint)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.SURROGATE,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR ->
          false;
      default -> true;
    };
  }

  private static boolean isSpace(int codePoint) {
    return Character.isWhitespace(codePoint) || Character.isSpaceChar(codePoint);
  }
}
