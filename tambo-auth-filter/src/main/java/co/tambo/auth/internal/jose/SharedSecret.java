package co.tambo.auth.internal.jose;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** The rules that a shared secret must meet. */
final class SharedSecret {

  static final int MIN_BYTES = 32;

  private SharedSecret() {}

  /** Returns what is wrong with a secret, one sentence each. */
  static List<String> weaknesses(byte[] secret) {
    List<String> weaknesses = new ArrayList<>();
    if (secret.length < MIN_BYTES) {
      weaknesses.add(
          "The secret has " + secret.length + " bytes; HS256 needs 32, HS384 48, HS512 64.");
    }
    if (isUniform(secret)) {
      weaknesses.add("The secret is one byte all through.");
    }
    if (KnownSecrets.contain(secret)) {
      weaknesses.add("The secret is publicly known, from an example or a tutorial.");
    }
    return weaknesses;
  }

  /** Returns those of the algorithms for which a secret is long enough (RFC 7518 section 3.2). */
  static Set<JwsAlgorithm> permitted(byte[] secret, Set<JwsAlgorithm> allowed) {
    EnumSet<JwsAlgorithm> permitted = EnumSet.range(JwsAlgorithm.HS256, JwsAlgorithm.HS512);
    permitted.retainAll(allowed);
    permitted.removeIf(algorithm -> secret.length < algorithm.hashBits() / Byte.SIZE);
    return permitted;
  }

  private static boolean isUniform(byte[] secret) {
    int different = 0;
    for (byte b : secret) {
      different |= b ^ secret[0];
    }
    return different == 0;
  }
}
