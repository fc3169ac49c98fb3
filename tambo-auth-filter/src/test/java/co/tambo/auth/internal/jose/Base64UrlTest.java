package co.tambo.auth.internal.jose;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class Base64UrlTest {

  @Test
  void whatJavaEncodesIsDecoded() {
    Random random = new Random(20261121);
    for (int length = 0; length < 300; length++) {
      byte[] bytes = new byte[length];
      random.nextBytes(bytes);
      assertArrayEquals(bytes, Base64Url.decode(TestKeys.base64url(bytes)).orElseThrow());
    }
  }

  @Test
  void twoCharactersHaveOneSpellingPerByte() {
    assertEquals(256, countAccepted(""));
  }

  @Test
  void threeCharactersHaveOneSpellingPerPairOfBytes() {
    assertEquals(1024, countAccepted("A"));
  }

  private static long countAccepted(String prefix) {
    long accepted = 0;
    for (char first = 0; first < 0x180; first++) {
      for (char second = 0; second < 0x180; second++) {
        String text = prefix + first + second;
        Optional<byte[]> decoded = Base64Url.decode(text);
        assertTrue(decoded.isEmpty() || TestKeys.base64url(decoded.get()).equals(text));
        accepted += decoded.isPresent() ? 1 : 0;
      }
    }
    return accepted;
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "A",
        "AAAAA",
        "AA==",
        "AA=",
        "AAA=",
        "AB",
        "AAB",
        "A A",
        " AA",
        "AA ",
        "AA\n",
        "A\r\nA",
        "A+A",
        "A/A",
        "A.A",
        "AA?",
        "AAé",
        "AA\u0000",
        "\uD83D\uDE00",
        "АА",
        "AA\uFF21"
      })
  void anyOtherSpellingIsNothing(String text) {
    assertEquals(Optional.empty(), Base64Url.decode(text));
  }

  @Test
  void partOfTextIsDecoded() {
    assertArrayEquals(new byte[] {0}, Base64Url.decode("??AA??", 2, 4).orElseThrow());
  }
}
