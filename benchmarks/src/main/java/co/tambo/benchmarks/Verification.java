package co.tambo.benchmarks;

import co.tambo.auth.testing.SignatureAlgorithm;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Tokens of one algorithm before verifiers: the first sight of good ones, and bad ones. */
final class Verification {

  static final List<SignatureAlgorithm> ALGORITHMS =
      List.of(
          SignatureAlgorithm.RS256,
          SignatureAlgorithm.ES256,
          SignatureAlgorithm.EDDSA,
          SignatureAlgorithm.HS256);

  /** What the JVM compiles late, because a second has few of them. */
  private static final Set<SignatureAlgorithm> SLOW =
      Set.of(SignatureAlgorithm.ES256, SignatureAlgorithm.EDDSA);

  private Verification() {}

  static List<Row> measure(SignatureAlgorithm algorithm, Profile profile, Jdk jdk) {
    JmhRun run = new JmhRun(profile, jdk);
    if (SLOW.contains(algorithm)) {
      run.warmUpLonger();
    }
    List<String> named = List.of(algorithm.name());
    run.run(SignatureBenchmark.class, "check", Map.of("algorithm", named));
    run.run(
        VerificationBenchmark.class,
        "verify",
        Map.of(
            "algorithm",
            named,
            "contestant",
            contestants(algorithm),
            "kind",
            kinds(profile, algorithm)));
    return run.rows();
  }

  private static List<String> contestants(SignatureAlgorithm algorithm) {
    return Arrays.stream(Contestant.values())
        .filter(contestant -> contestant.knows(algorithm))
        .map(Contestant::name)
        .toList();
  }

  /** What is refused before the signature does not depend on the algorithm. */
  private static List<String> kinds(Profile profile, SignatureAlgorithm algorithm) {
    if (algorithm == SignatureAlgorithm.RS256) {
      return Arrays.stream(TokenKind.values()).map(TokenKind::name).toList();
    }
    return profile.full() ? List.of("GOOD", "BAD_SIGNATURE", "EXPIRED") : List.of("GOOD");
  }
}
