package co.tambo.benchmarks;

import co.tambo.auth.AuthDecision;
import co.tambo.auth.TamboAuthConfig;
import co.tambo.auth.TamboAuthListener;
import co.tambo.auth.TamboAuthenticator;
import co.tambo.auth.VerifyStage;
import co.tambo.auth.internal.verify.TokenVerifier;
import co.tambo.auth.testing.SignatureAlgorithm;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
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

/**
 * What a known token and the first sight of one cost as things grow: the distinct tokens seen
 * before, their claims, the keys of the set, the issuers. Measured with 100 tokens.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class GrowthBenchmark {

  private static final int HOT = 100;

  /** Distinct tokens seen, signed with HS256, for a million others take long to sign. */
  @Param("100")
  public int tokens;

  /** Bytes that the claims have beyond the usual ones. */
  @Param("0")
  public int ballast;

  /** Keys in the set; the tokens' is the last. */
  @Param("1")
  public int keys;

  /** Issuers that are trusted; the tokens' is the last. */
  @Param("1")
  public int issuers;

  private final String[] hot = new String[HOT];
  private @Nullable TokenVerifier verifier;
  private @Nullable TamboAuthenticator authenticator;

  /** Shows all tokens, and the 100 last. */
  @Setup
  public void prepare() {
    SignatureAlgorithm algorithm =
        tokens > HOT ? SignatureAlgorithm.HS256 : SignatureAlgorithm.RS256;
    try (DemoIssuer issuer = new DemoIssuer(algorithm)) {
      TamboAuthConfig config = config(issuer);
      verifier = VerifyStage.of(config);
      authenticator = TamboAuthenticator.of(config, TamboAuthListener.logging());
      for (int i = 0; i < tokens - HOT; i++) {
        require(authenticator, issuer.token(i).text());
      }
      for (int i = 0; i < HOT; i++) {
        hot[i] = issuer.token(tokens + i).claim("ballast", "x".repeat(ballast)).text();
        require(authenticator, hot[i]);
      }
    }
  }

  private TamboAuthConfig config(DemoIssuer issuer) {
    Map<String, String> settings = new HashMap<>(Ours.settings(issuer));
    if (keys > 1) {
      settings.put("tambo.public-key", manyKeys(issuer));
    }
    return TamboAuthConfig.of(issuers > 1 ? manyIssuers(settings) : settings);
  }

  /** A short key under other ids, for a configured set has at most 65,536 characters. */
  private String manyKeys(DemoIssuer issuer) {
    try (DemoIssuer other = new DemoIssuer(SignatureAlgorithm.ES256)) {
      String jwk = other.jwk();
      String others =
          IntStream.range(1, keys)
              .mapToObj(i -> jwk.replaceFirst("\"kid\":\"[^\"]*\"", "\"kid\":\"other-" + i + "\""))
              .collect(Collectors.joining(","));
      return "{\"keys\":[" + others + "," + issuer.jwk() + "]}";
    }
  }

  private Map<String, String> manyIssuers(Map<String, String> one) {
    Map<String, String> settings = new HashMap<>();
    settings.put(
        "tambo.providers",
        IntStream.range(0, issuers).mapToObj(i -> "p" + i).collect(Collectors.joining(",")));
    for (int i = 0; i < issuers; i++) {
      String provider = "tambo.provider.p" + i + ".";
      one.forEach((key, value) -> settings.put(provider + key.substring(6), value));
      if (i < issuers - 1) {
        settings.put(provider + "issuer", "https://idp-" + i + ".example.com");
      }
    }
    return settings;
  }

  private static void require(TamboAuthenticator authenticator, String token) {
    if (!(authenticator.authenticate(new TokenRequest("Bearer " + token))
        instanceof AuthDecision.Admitted)) {
      throw new IllegalStateException("a good token is refused");
    }
  }

  /** Lets go of threads. */
  @TearDown
  public void close() {
    if (authenticator != null) {
      authenticator.close();
    }
  }

  /** Requests with known tokens. */
  @Benchmark
  @OperationsPerInvocation(HOT)
  public void known(Blackhole blackhole) {
    if (authenticator != null) {
      for (String token : hot) {
        blackhole.consume(authenticator.authenticate(new TokenRequest("Bearer " + token)));
      }
    }
  }

  /** The verifier without a memory. */
  @Benchmark
  @OperationsPerInvocation(HOT)
  public void firstSight(Blackhole blackhole) {
    if (verifier != null) {
      for (String token : hot) {
        blackhole.consume(verifier.verify(token));
      }
    }
  }
}
