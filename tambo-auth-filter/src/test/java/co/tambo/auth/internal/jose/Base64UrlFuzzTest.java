package co.tambo.auth.internal.jose;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;

/** Any text: decoded exactly if it is what the JDK would write for those bytes. */
class Base64UrlFuzzTest {

  private static final Base64.Encoder ENCODER = Base64.getUrlEncoder().withoutPadding();

  @FuzzTest
  void anyText(byte[] input) {
    String text = new String(input, StandardCharsets.UTF_8);
    Optional<String> again = Base64Url.decode(text).map(ENCODER::encodeToString);
    assertEquals(canonical(text), again.isPresent());
    assertEquals(text, again.orElse(text));
  }

  private static boolean canonical(String text) {
    try {
      return ENCODER.encodeToString(Base64.getUrlDecoder().decode(text)).equals(text);
    } catch (IllegalArgumentException e) {
      return false;
    }
  }
}
