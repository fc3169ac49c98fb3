package co.tambo.auth.internal.sessions;

import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The texts that differ from another in one bit. */
final class Mutants {

  private static final int BITS = 7;

  private Mutants() {}

  static Stream<String> of(String ascii) {
    return IntStream.range(0, ascii.length() * BITS)
        .mapToObj(bit -> flipped(ascii, bit / BITS, bit % BITS));
  }

  private static String flipped(String text, int at, int bit) {
    return text.substring(0, at) + (char) (text.charAt(at) ^ 1 << bit) + text.substring(at + 1);
  }
}
