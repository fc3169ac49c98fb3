package co.tambo.benchmarks;

import co.tambo.auth.AuthDecision;
import co.tambo.auth.ClockedAuthenticator;
import co.tambo.auth.StoppableTime;
import co.tambo.auth.TamboAuthenticator;
import co.tambo.auth.testing.SignatureAlgorithm;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.infra.Blackhole;

/** A token that was seen before, and the floor under it: its SHA-256 and one look-up in a map. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class KnownTokenBenchmark {

  private static final Duration LIFE = Duration.ofHours(1);

  /** How tokens are signed. */
  @Param("RS256")
  public SignatureAlgorithm algorithm = SignatureAlgorithm.RS256;

  private final TokenRequest[] requests = new TokenRequest[VerificationBenchmark.TOKENS];
  private final Map<ByteBuffer, TokenRequest> seen = new ConcurrentHashMap<>();
  private @Nullable TamboAuthenticator authenticator;
  private @Nullable TamboAuthenticator late;

  /** Shows each token once. */
  @Setup
  public void prepare() throws NoSuchAlgorithmException {
    StoppableTime lateTime = new StoppableTime();
    try (DemoIssuer issuer = new DemoIssuer(algorithm)) {
      for (int i = 0; i < requests.length; i++) {
        String token = issuer.token(i).expiresIn(LIFE).text();
        requests[i] = new TokenRequest("Bearer " + token);
        seen.put(fingerprint(token), requests[i]);
      }
      lateTime.stopAhead(Duration.ZERO);
      authenticator = ClockedAuthenticator.of(Ours.config(issuer), new StoppableTime());
      late = ClockedAuthenticator.of(Ours.config(issuer), lateTime);
    }
    for (TokenRequest request : requests) {
      require(authenticator, request, true);
      require(late, request, true);
    }
    lateTime.stopAhead(LIFE.plusSeconds(31)); // a second after the clock skew
    require(late, requests[0], false);
  }

  private static void require(TamboAuthenticator by, TokenRequest request, boolean admitted) {
    if (by.authenticate(request) instanceof AuthDecision.Admitted != admitted) {
      throw new IllegalStateException("the authenticator does not do its work");
    }
  }

  /** Lets go of threads. */
  @TearDown
  public void close() {
    if (authenticator != null && late != null) {
      authenticator.close();
      late.close();
    }
  }

  /** The floor. */
  @Benchmark
  @OperationsPerInvocation(VerificationBenchmark.TOKENS)
  public void floor(Blackhole blackhole) throws NoSuchAlgorithmException {
    for (TokenRequest request : requests) {
      blackhole.consume(seen.get(fingerprint(request.authorization().substring(7))));
    }
  }

  /** A request with a token that is known and good. */
  @Benchmark
  @OperationsPerInvocation(VerificationBenchmark.TOKENS)
  public void known(Blackhole blackhole) {
    decideAll(authenticator, blackhole);
  }

  /** A request with a token that was known and good until it expired, a second ago. */
  @Benchmark
  @OperationsPerInvocation(VerificationBenchmark.TOKENS)
  public void knownExpired(Blackhole blackhole) {
    decideAll(late, blackhole);
  }

  private void decideAll(@Nullable TamboAuthenticator by, Blackhole blackhole) {
    if (by != null) {
      for (TokenRequest request : requests) {
        blackhole.consume(by.authenticate(request));
      }
    }
  }

  private static ByteBuffer fingerprint(String token) throws NoSuchAlgorithmException {
    MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
    return ByteBuffer.wrap(sha256.digest(token.getBytes(StandardCharsets.US_ASCII)));
  }
}
