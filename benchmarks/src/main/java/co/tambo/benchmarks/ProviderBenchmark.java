package co.tambo.benchmarks;

import co.tambo.auth.testing.SignatureAlgorithm;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.infra.Blackhole;

/** The first sight of tokens with another provider of cryptography. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class ProviderBenchmark {

  /** How tokens are signed. */
  @Param("RS256")
  public SignatureAlgorithm algorithm = SignatureAlgorithm.RS256;

  private final String[] tokens = new String[VerificationBenchmark.TOKENS];
  private Verifier verifier = token -> token;

  /** Signs with the JDK's own cryptography, and then puts the provider before it. */
  @Setup
  public void prepare() throws Exception {
    try (DemoIssuer issuer = new DemoIssuer(algorithm)) {
      for (int i = 0; i < tokens.length; i++) {
        tokens[i] = TokenKind.GOOD.of(issuer, i);
      }
      JcaProvider.install();
      verifier = Ours.verifier(issuer);
    }
  }

  /** Verifies each token once. */
  @Benchmark
  @OperationsPerInvocation(VerificationBenchmark.TOKENS)
  public void verify(Blackhole blackhole) throws Exception {
    for (String token : tokens) {
      blackhole.consume(verifier.verify(token));
    }
  }
}
