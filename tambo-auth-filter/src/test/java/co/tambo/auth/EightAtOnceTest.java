package co.tambo.auth;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EightAtOnceTest {

  private static final String KNOWN =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._/";

  @ParameterizedTest
  @ValueSource(ints = {8, 9, 15, 16, 17})
  void eachCharacterCountsAtEachPlace(int length) {
    for (int at = 0; at < length; at++) {
      for (int c = 0; c < 0x100; c++) {
        assertEquals(KNOWN.indexOf(c) >= 0, areOfJws(text(length, at, (char) c)));
      }
    }
  }

  /** A foreign neighbour must not hide, nor be hidden by, what stands beside it. */
  @ParameterizedTest
  @ValueSource(ints = {0, 3, 6})
  void neighboursAreJudgedApart(int at) {
    for (int c = 0; c < 0x100; c++) {
      for (int next = 0; next < 0x100; next++) {
        StringBuilder text = new StringBuilder("aaaaaaaa");
        text.setCharAt(at, (char) c);
        text.setCharAt(at + 1, (char) next);
        boolean known = KNOWN.indexOf(c) >= 0 && KNOWN.indexOf(next) >= 0;
        assertEquals(known, areOfJws(text.toString()));
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "a", "aaaaaaa"})
  void shortTextIsLeftToOthers(String text) {
    assertFalse(areOfJws(text));
  }

  private static boolean areOfJws(String text) {
    return EightAtOnce.areOfJws(text.getBytes(StandardCharsets.ISO_8859_1));
  }

  private static String text(int length, int at, char c) {
    StringBuilder text = new StringBuilder("z".repeat(length));
    text.setCharAt(at, c);
    return text.toString();
  }
}
