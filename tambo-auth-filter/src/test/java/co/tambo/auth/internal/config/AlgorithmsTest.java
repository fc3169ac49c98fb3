package co.tambo.auth.internal.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import co.tambo.auth.internal.jose.JwsAlgorithm;
import co.tambo.auth.parts.Attack;
import java.util.EnumSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AlgorithmsTest {

  @Test
  void areTheNamedOnes() {
    assertEquals(
        EnumSet.of(JwsAlgorithm.ES256, JwsAlgorithm.EDDSA),
        Reading.provider("tambo.algorithms", "ES256, EdDSA,Ed25519").algorithms());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"none", "HS256", "ES256K", "rs256", "RS256,none", "RSA1_5", "ES256,", "*"})
  @Attack("K22")
  void areNeverUnsafeOnes(String names) {
    String problem = Reading.problemWithToken("tambo.algorithms", names);
    assertTrue(problem.startsWith("tambo.algorithms=" + names), problem);
  }

  @Test
  @Attack("K22")
  void thatAreNotOfferedAreSaidSo() {
    assertTrue(Reading.problemWithToken("tambo.algorithms", "ES256K").contains("not offered"));
  }
}
