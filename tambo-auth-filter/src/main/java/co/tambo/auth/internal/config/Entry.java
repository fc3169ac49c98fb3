package co.tambo.auth.internal.config;

/**
 * What one place has for a key.
 *
 * @param text the text
 * @param form what is still to be done with it
 * @param place what messages call the place
 */
record Entry(String text, Form form, String place) {

  enum Form {
    /** Placeholders are still to be resolved. */
    WRITTEN,
    /** The place has resolved them itself. */
    RESOLVED,
    /** The place could not resolve them. */
    UNRESOLVABLE
  }

  boolean blank() {
    return form != Form.UNRESOLVABLE && text.isBlank();
  }

  @Override
  public String toString() {
    return "Entry[" + place + "]";
  }
}
