package co.tambo.benchmarks;

import co.tambo.auth.testing.SignatureAlgorithm;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.infra.Blackhole;

/**
 * Tokens that a verifier has not seen, or must refuse: 500 different ones an invocation, and before
 * the next it forgets them.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class VerificationBenchmark {

  static final int TOKENS = 500;

  /** A {@link Contestant}. */
  @Param("TAMBO")
  public String contestant = "";

  /** How tokens are signed. */
  @Param("RS256")
  public SignatureAlgorithm algorithm = SignatureAlgorithm.RS256;

  /** A {@link TokenKind}. */
  @Param("GOOD")
  public String kind = "";

  private final String[] tokens = new String[TOKENS];
  private Verifier verifier = token -> token;
  private boolean acceptable;

  /** Makes the tokens, and sees that the verifier does its work. */
  @Setup
  public void prepare() throws Exception {
    try (DemoIssuer issuer = new DemoIssuer(algorithm)) {
      TokenKind wanted = TokenKind.valueOf(kind);
      for (int i = 0; i < TOKENS; i++) {
        tokens[i] = wanted.of(issuer, i);
      }
      verifier = Contestant.valueOf(contestant).trusting(issuer);
      verifier.verify(TokenKind.GOOD.of(issuer, TOKENS));
      acceptable = accepts(tokens[0]);
    }
  }

  /** Makes the next invocation the first again. */
  @Setup(Level.Invocation)
  public void forget() {
    if (acceptable) {
      verifier.forget();
    }
  }

  /** Lets go of threads. */
  @TearDown
  public void close() {
    verifier.forget();
  }

  /** Verifies each token once. */
  @Benchmark
  @OperationsPerInvocation(TOKENS)
  public void verify(Blackhole blackhole) {
    for (String token : tokens) {
      blackhole.consume(outcome(token));
    }
  }

  private Object outcome(String token) {
    try {
      return verifier.verify(token);
    } catch (Exception refused) {
      return refused;
    }
  }

  private boolean accepts(String token) {
    return !(outcome(token) instanceof Exception);
  }
}
