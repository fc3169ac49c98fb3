package co.tambo.auth.internal.jose;

import java.math.BigInteger;
import java.util.stream.IntStream;

/**
 * Recognises RSA moduli of the flawed generator of CVE-2017-15361 (ROCA). Their remainder by each
 * small prime is a power of 65537; that of an honest modulus is one by chance, for all primes at
 * once in fewer than one of 10 million.
 */
final class RocaFingerprint {

  private static final int GENERATOR = 65537;
  private static final int[] PRIMES =
      IntStream.rangeClosed(3, 167)
          .filter(n -> BigInteger.valueOf(n).isProbablePrime(50))
          .toArray();

  private RocaFingerprint() {}

  static boolean marks(BigInteger modulus) {
    return IntStream.of(PRIMES)
        .allMatch(prime -> isPower(modulus.mod(BigInteger.valueOf(prime)).intValue(), prime));
  }

  private static boolean isPower(int remainder, int prime) {
    int power = 1;
    do {
      if (power == remainder) {
        return true;
      }
      power = power * (GENERATOR % prime) % prime;
    } while (power != 1);
    return false;
  }
}
