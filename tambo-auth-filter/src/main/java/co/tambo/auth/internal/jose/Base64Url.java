package co.tambo.auth.internal.jose;

import java.util.Arrays;
import java.util.Optional;

/**
 * The base64url of RFC 7515 section 2 in its one canonical spelling: no padding, no foreign
 * character, no spare bit set. {@link java.util.Base64} lets padding and spare bits pass.
 */
public final class Base64Url {

  private static final String ALPHABET =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
  private static final byte[] VALUES = values();

  private Base64Url() {}

  /** Returns what a text stands for; empty if nothing. */
  public static Optional<byte[]> decode(String text) {
    return decode(text, 0, text.length());
  }

  /** Returns what the characters from {@code from} to {@code to} stand for; empty if nothing. */
  public static Optional<byte[]> decode(String text, int from, int to) {
    byte[] bytes = new byte[(to - from) * 3 / 4];
    int rest = to - (to - from) % 4;
    int written = 0;
    int signs = 0;
    for (int i = from; i < rest; i += 4) {
      int group = group(text, i);
      signs |= group;
      bytes[written++] = (byte) (group >> 16);
      bytes[written++] = (byte) (group >> 8);
      bytes[written++] = (byte) group;
    }
    int pending = 0;
    int pendingBits = 0;
    for (int i = rest; i < to; i++) {
      int value = value(text.charAt(i));
      signs |= value;
      pending = pending << 6 | value;
      pendingBits += 6;
      if (pendingBits >= 8) {
        pendingBits -= 8;
        bytes[written++] = (byte) (pending >> pendingBits);
      }
    }
    boolean spareBitsSet = (pending & ((1 << pendingBits) - 1)) != 0;
    boolean canonical = signs >= 0 && pendingBits < 6 && !spareBitsSet;
    return canonical ? Optional.of(bytes) : Optional.empty();
  }

  /** Returns the 24 bits of four characters; negative when one of them is foreign. */
  private static int group(String text, int at) {
    return value(text.charAt(at)) << 18
        | value(text.charAt(at + 1)) << 12
        | value(text.charAt(at + 2)) << 6
        | value(text.charAt(at + 3));
  }

  private static int value(char c) {
    return c < VALUES.length ? VALUES[c] : -1;
  }

  private static byte[] values() {
    byte[] values = new byte[128];
    Arrays.fill(values, (byte) -1);
    for (int i = 0; i < ALPHABET.length(); i++) {
      values[ALPHABET.charAt(i)] = (byte) i;
    }
    return values;
  }
}
