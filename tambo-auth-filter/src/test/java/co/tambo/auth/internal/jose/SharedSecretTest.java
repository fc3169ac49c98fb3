package co.tambo.auth.internal.jose;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import co.tambo.auth.internal.jose.KeyMaterial.Admitted;
import co.tambo.auth.parts.Attack;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.EnumSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SharedSecretTest {

  private static final Set<JwsAlgorithm> ALL = EnumSet.allOf(JwsAlgorithm.class);

  private static Admitted admitted(byte[] secret) {
    return KeyMaterial.fromSecret(secret, ALL);
  }

  private static void assertRefused(String word, byte[] secret) {
    Admitted admitted = admitted(secret);
    assertEquals(List.of(), admitted.keys());
    assertTrue(admitted.problems().toString().contains(word), admitted::toString);
  }

  @ParameterizedTest
  @CsvSource({"32, 1", "47, 1", "48, 2", "63, 2", "64, 3"})
  void lengthPermitsTheAlgorithms(int bytes, int count) {
    Admitted admitted = admitted(Arrays.copyOf(TestKeys.SECRET, bytes));
    assertEquals(List.of(), admitted.problems());
    assertEquals(count, admitted.keys().get(0).algorithms().size());
    assertTrue(admitted.keys().get(0).algorithms().contains(JwsAlgorithm.HS256));
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 16, 31})
  @Attack("K16")
  void shortSecretIsRefused(int bytes) {
    assertRefused("has " + bytes + " bytes; HS256 needs 32", Arrays.copyOf(TestKeys.SECRET, bytes));
  }

  @Test
  @Attack("K16")
  void secretTooShortForWhatIsAllowedIsRefused() {
    Admitted admitted =
        KeyMaterial.fromSecret(Arrays.copyOf(TestKeys.SECRET, 40), Set.of(JwsAlgorithm.HS512));
    assertEquals(
        List.of("The secret has 40 bytes; no allowed algorithm takes so few."),
        admitted.problems());
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 'a', 255})
  void oneByteAllThroughIsRefused(int value) {
    byte[] secret = new byte[64];
    Arrays.fill(secret, (byte) value);
    assertRefused("one byte all through", secret);
    secret[63]++;
    assertEquals(1, admitted(secret).keys().size());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "secret",
        "your-256-bit-secret",
        "a-string-secret-at-least-256-bits-long",
        "a-valid-string-secret-that-is-at-least-512-bits-long-which-is-very-long",
        "super-secret-jwt-token-with-at-least-32-characters-long",
        "your-super-secret-jwt-token-with-at-least-32-characters-long"
      })
  void publiclyKnownSecretIsRefused(String secret) {
    assertRefused("publicly known", secret.getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void publiclyKnownSecretIsRecognisedBehindBase64() {
    byte[] secret =
        Base64.getDecoder()
            .decode("404E635266556A586E3272357538782F413F4428472B4B6250645367566B5970");
    assertRefused("publicly known", secret);
  }

  @Test
  void problemsDoNotPrintTheSecret() {
    assertFalse(
        admitted("your-256-bit-secret".getBytes(StandardCharsets.UTF_8))
            .toString()
            .contains("your-256"));
    assertFalse(
        admitted(TestKeys.SECRET)
            .toString()
            .contains(HexFormat.of().formatHex(TestKeys.SECRET, 0, 4)));
  }
}
