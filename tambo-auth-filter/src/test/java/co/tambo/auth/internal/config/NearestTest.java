package co.tambo.auth.internal.config;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NearestTest {

  @ParameterizedTest
  @CsvSource({
    "same, same, 0",
    "'', abc, 3",
    "audiance, audience, 1",
    "requierd, required, 1",
    "isuer, issuer, 1",
    "issuerr, issuer, 1",
    "kitten, sitting, 3",
    "ab, ba, 1",
    "abc, '', 3"
  })
  void typingErrorsAreCounted(String a, String b, int distance) {
    assertEquals(distance, Nearest.distance(a, b));
  }

  @Test
  void candidateWithTheFewestErrorsIsTheNearest() {
    assertEquals("optional", Nearest.to("optoinal", List.of("required", "optional")));
  }
}
