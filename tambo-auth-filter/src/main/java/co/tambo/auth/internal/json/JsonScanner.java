package co.tambo.auth.internal.json;

import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;

/** Reads the tokens of one JSON text: strings, numbers, words, punctuation. Not thread-safe. */
final class JsonScanner {

  static final int MAX_NUMBER_LENGTH = 64;
  static final int MAX_SCALE = 1000;

  /** What {@link #peek()} sees behind the last character. */
  static final int END = -1;

  private static final int MAX_EXPONENT_DIGITS = 4;

  /** As many digits as any long has. */
  private static final int SURELY_A_LONG = 18;

  /** What a lenient decoder makes of bytes that are not UTF-8. */
  private static final char REPLACEMENT = 0xFFFD;

  private final String text;
  private final int end;
  private int at;

  private JsonScanner(String text) {
    this.text = text;
    this.end = text.length();
  }

  static JsonScanner of(byte[] utf8) throws JsonException {
    String text = new String(utf8, StandardCharsets.UTF_8);
    if (text.indexOf(REPLACEMENT) >= 0) {
      requireUtf8(utf8);
    }
    return new JsonScanner(text);
  }

  /** Returns whether bytes begin as an object does; noise does not, and need not be decoded. */
  static boolean opensObject(byte[] utf8) {
    int at = 0;
    while (at < utf8.length && isWhiteSpace((char) utf8[at])) {
      at++;
    }
    return at < utf8.length && utf8[at] == '{';
  }

  private static boolean isWhiteSpace(char c) {
    return c == ' ' || c == '\n' || c == '\r' || c == '\t';
  }

  private static void requireUtf8(byte[] bytes) throws JsonException {
    try {
      StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes));
    } catch (CharacterCodingException e) {
      throw new JsonException("not UTF-8");
    }
  }

  /** Skips white space and returns the next character without consuming it. */
  int peek() {
    while (at < end) {
      char next = text.charAt(at);
      if (!isWhiteSpace(next)) {
        return next;
      }
      at++;
    }
    return END;
  }

  /** Skips white space, then the wanted character if it is next. */
  boolean accept(char wanted) {
    return peek() == wanted && skip(wanted);
  }

  /** Skips white space, then the wanted character, which must be next. */
  void expect(char wanted) throws JsonException {
    if (!accept(wanted)) {
      throw malformed();
    }
  }

  String string() throws JsonException {
    expect('"');
    int from = at;
    while (true) {
      char next = next();
      if (next == '"') {
        return text.substring(from, at - 1);
      }
      if (next == '\\') {
        at--;
        return escapedString(from);
      }
      requireNoControl(next);
    }
  }

  private String escapedString(int from) throws JsonException {
    StringBuilder string = new StringBuilder().append(text, from, at);
    for (char next = next(); next != '"'; next = next()) {
      requireNoControl(next);
      if (next == '\\') {
        escape(string);
      } else {
        string.append(next);
      }
    }
    return string.toString();
  }

  private void escape(StringBuilder string) throws JsonException {
    char next = next();
    switch (next) {
      case '"', '\\', '/' -> string.append(next);
      case 'b' -> string.append('\b');
      case 'f' -> string.append('\f');
      case 'n' -> string.append('\n');
      case 'r' -> string.append('\r');
      case 't' -> string.append('\t');
      case 'u' -> escapedUnits(string);
      default -> throw malformed();
    }
  }

  private void escapedUnits(StringBuilder string) throws JsonException {
    char unit = hexUnit();
    if (Character.isLowSurrogate(unit)) {
      throw loneSurrogate();
    }
    string.append(unit);
    if (Character.isHighSurrogate(unit)) {
      string.append(lowSurrogate());
    }
  }

  private char lowSurrogate() throws JsonException {
    if (next() == '\\' && next() == 'u') {
      char unit = hexUnit();
      if (Character.isLowSurrogate(unit)) {
        return unit;
      }
    }
    throw loneSurrogate();
  }

  private char hexUnit() throws JsonException {
    int unit = 0;
    for (int i = 0; i < 4; i++) {
      char digit = next();
      if (!HexFormat.isHexDigit(digit)) {
        throw malformed();
      }
      unit = unit << 4 | HexFormat.fromHexDigit(digit);
    }
    return (char) unit;
  }

  Number number() throws JsonException {
    int from = at;
    skip('-');
    boolean leadingZero = at < end && text.charAt(at) == '0';
    if (digits() > 1 && leadingZero) {
      throw malformed();
    }
    boolean integer = true;
    if (skip('.')) {
      digits();
      integer = false;
    }
    if (skip('e') || skip('E')) {
      exponent();
      integer = false;
    }
    return bounded(from, integer);
  }

  private void exponent() throws JsonException {
    if (!skip('-')) {
      skip('+');
    }
    if (digits() > MAX_EXPONENT_DIGITS) {
      throw new JsonException("number out of bounds");
    }
  }

  private Number bounded(int from, boolean integer) throws JsonException {
    if (at - from > MAX_NUMBER_LENGTH) {
      throw new JsonException("number out of bounds");
    }
    if (integer && at - from <= SURELY_A_LONG) {
      return Long.parseLong(text, from, at, 10);
    }
    BigDecimal number = new BigDecimal(text.substring(from, at));
    if (Math.abs(number.scale()) > MAX_SCALE) {
      throw new JsonException("number out of bounds");
    }
    boolean fits = integer && number.unscaledValue().bitLength() < Long.SIZE;
    return fits ? (Number) number.longValue() : number;
  }

  private int digits() throws JsonException {
    int from = at;
    while (at < end && text.charAt(at) >= '0' && text.charAt(at) <= '9') {
      at++;
    }
    if (at == from) {
      throw malformed();
    }
    return at - from;
  }

  /** Consumes a literal name such as {@code true}. */
  void word(String word) throws JsonException {
    for (int i = 0; i < word.length(); i++) {
      if (next() != word.charAt(i)) {
        throw malformed();
      }
    }
  }

  private boolean skip(char wanted) {
    boolean found = at < end && text.charAt(at) == wanted;
    if (found) {
      at++;
    }
    return found;
  }

  private char next() throws JsonException {
    if (at == end) {
      throw malformed();
    }
    return text.charAt(at++);
  }

  private static void requireNoControl(char c) throws JsonException {
    if (c < ' ') {
      throw malformed();
    }
  }

  private static JsonException loneSurrogate() {
    return new JsonException("lone surrogate");
  }

  private static JsonException malformed() {
    return new JsonException("malformed");
  }
}
