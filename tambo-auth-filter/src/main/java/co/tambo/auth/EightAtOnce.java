package co.tambo.auth;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/**
 * Looks eight characters of a text through at once, in the bytes of a {@code long}. The highest bit
 * of each byte is the answer for its character; sums that set it never carry into the next byte,
 * because a byte with that bit set is refused by itself.
 */
final class EightAtOnce {

  private static final VarHandle LONGS =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
  private static final long EACH = 0x0101010101010101L;
  private static final long ANSWERS = 0x8080808080808080L;
  private static final long LOWER_CASE = EACH * 0x20;

  private EightAtOnce() {}

  /**
   * Returns whether Latin-1 characters are all such as a JWS has: letters, digits, {@code - . _},
   * and {@code /}, which stands between these. False for fewer than eight.
   */
  static boolean areOfJws(byte[] characters) {
    if (characters.length < Long.BYTES) {
      return false;
    }
    long foreign = 0;
    for (int i = 0; i <= characters.length - Long.BYTES; i += Long.BYTES) {
      foreign |= foreign((long) LONGS.get(characters, i));
    }
    foreign |= foreign((long) LONGS.get(characters, characters.length - Long.BYTES));
    return (foreign & ANSWERS) == 0;
  }

  private static long foreign(long eight) {
    long known =
        between('a', 'z', eight | LOWER_CASE) | between('-', '9', eight) | between('_', '_', eight);
    return eight | ~known;
  }

  private static long between(char first, char last, long eight) {
    return (eight + EACH * (0x80 - first)) & ~(eight + EACH * (0x7F - last));
  }
}
