package co.tambo.auth.internal.config;

import co.tambo.auth.internal.jose.JwsAlgorithm;
import java.util.Collections;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/** Reads the allow-list of signature algorithms. */
final class Algorithms {

  private static final Map<String, JwsAlgorithm> NAMES = names();

  private Algorithms() {}

  /** Returns what the setting admits, empty when it is unset or wrong. */
  static Optional<Set<JwsAlgorithm>> admitted(Values values, Verification verification) {
    Set<JwsAlgorithm> possible = possible(verification);
    Syntax<List<JwsAlgorithm>> syntax =
        Syntax.list(
            name -> {
              JwsAlgorithm algorithm = named(name);
              if (!possible.contains(algorithm)) {
                throw new BadValueException(
                    name + " cannot be verified with tambo.verification=" + Words.of(verification));
              }
              return algorithm;
            });
    return values.read(Setting.ALGORITHMS, syntax).map(EnumSet::copyOf);
  }

  /** Returns the algorithms of a way to verify, before any key has narrowed them. */
  static Set<JwsAlgorithm> possible(Verification verification) {
    return switch (verification) {
      case DISCOVERY, PUBLIC_KEY -> where(algorithm -> !algorithm.symmetric());
      case SECRET -> where(JwsAlgorithm::symmetric);
      case NONE, TAMBO -> EnumSet.allOf(JwsAlgorithm.class);
    };
  }

  private static Set<JwsAlgorithm> where(Predicate<JwsAlgorithm> rule) {
    Set<JwsAlgorithm> algorithms = EnumSet.allOf(JwsAlgorithm.class);
    algorithms.removeIf(rule.negate());
    return algorithms;
  }

  private static JwsAlgorithm named(String name) throws BadValueException {
    if (name.equals("ES256K")) {
      throw new BadValueException("ES256K is not offered; let the issuer sign with ES256");
    }
    return Syntax.oneOf(NAMES).read(name);
  }

  private static Map<String, JwsAlgorithm> names() {
    Map<String, JwsAlgorithm> names = new LinkedHashMap<>();
    for (JwsAlgorithm algorithm : JwsAlgorithm.values()) {
      names.put(algorithm == JwsAlgorithm.EDDSA ? "EdDSA" : algorithm.name(), algorithm);
    }
    names.put("Ed25519", JwsAlgorithm.EDDSA);
    return Collections.unmodifiableMap(names);
  }
}
