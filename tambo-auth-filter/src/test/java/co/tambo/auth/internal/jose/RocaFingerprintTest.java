package co.tambo.auth.internal.jose;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigInteger;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RocaFingerprintTest {

  private static final BigInteger GENERATOR = BigInteger.valueOf(65537);

  /** Returns a modulus as the flawed generator makes it: k·M + (65537^a mod M), M a primorial. */
  static BigInteger flawed(int bits) {
    BigInteger primorial = BigInteger.ONE;
    BigInteger prime = BigInteger.TWO;
    for (int i = 0; i < 126; i++) {
      primorial = primorial.multiply(prime);
      prime = prime.nextProbablePrime();
    }
    Random random = new Random(20171016);
    BigInteger power = GENERATOR.modPow(new BigInteger(200, random), primorial);
    BigInteger top = BigInteger.ONE.shiftLeft(bits - 1).divide(primorial).add(BigInteger.TEN);
    return top.multiply(primorial).add(power);
  }

  @ParameterizedTest
  @ValueSource(ints = {1024, 2048, 3072, 4096})
  void flawedModulusIsRecognised(int bits) {
    assertTrue(RocaFingerprint.marks(flawed(bits)));
  }

  @Test
  void honestModuliAreNot() {
    Random random = new Random(20261121);
    for (int i = 0; i < 2000; i++) {
      assertFalse(RocaFingerprint.marks(new BigInteger(2048, random).setBit(0)));
    }
  }
}
