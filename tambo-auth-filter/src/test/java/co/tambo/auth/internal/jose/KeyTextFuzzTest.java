package co.tambo.auth.internal.jose;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import co.tambo.auth.internal.time.TestTime;
import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.charset.StandardCharsets;
import java.util.EnumSet;
import java.util.List;

/** Any configured key: public keys that are fit, or why not, in one line each. */
class KeyTextFuzzTest {

  @FuzzTest
  void anyText(byte[] input) {
    String text = new String(input, StandardCharsets.UTF_8);
    KeyMaterial.Admitted admitted =
        KeyMaterial.fromConfiguredText(
            text, EnumSet.allOf(JwsAlgorithm.class), new TestTime().now());
    assertFalse(admitted.keys().isEmpty() && admitted.problems().isEmpty());
    admitted.keys().forEach(KeyTextFuzzTest::assertFit);
    admitted.problems().forEach(problem -> assertTrue(problem.matches("[^\\p{Cntrl}]+"), problem));
    if (text.contains("PRIVATE KEY-----") && !text.strip().startsWith("{")) {
      assertEquals(List.of(), admitted.keys());
    }
  }

  private static void assertFit(VerificationKey key) {
    assertFalse(key.algorithms().isEmpty());
    assertTrue(key.algorithms().stream().noneMatch(JwsAlgorithm::symmetric));
  }
}
