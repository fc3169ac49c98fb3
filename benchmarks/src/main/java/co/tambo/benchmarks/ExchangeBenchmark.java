package co.tambo.benchmarks;

import co.tambo.auth.AuthDecision;
import co.tambo.auth.TamboAuthConfig;
import co.tambo.auth.TamboAuthListener;
import co.tambo.auth.TamboAuthenticator;
import co.tambo.auth.testing.FakeIssuer;
import co.tambo.auth.testing.FakeTambo;
import co.tambo.auth.testing.SignatureAlgorithm;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/** A request of a known user whose Tambo token is cached, beside one without an exchange. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class ExchangeBenchmark {

  /** The value of {@code tambo.exchange}. */
  @Param({"off", "required"})
  public String exchange = "";

  private final FakeIssuer issuer = FakeIssuer.start();
  private final FakeTambo tambo = FakeTambo.trusting(issuer);
  private TokenRequest request = new TokenRequest("");
  private @Nullable TamboAuthenticator authenticator;

  static TamboAuthConfig config(FakeIssuer issuer, FakeTambo tambo, String exchange) {
    Map<String, String> settings = new HashMap<>();
    settings.put("tambo.issuer", issuer.issuer());
    settings.put("tambo.audience", FakeIssuer.AUDIENCE);
    settings.put("tambo.verification", "public-key");
    settings.put("tambo.public-key", issuer.publicJwk(SignatureAlgorithm.RS256));
    settings.put("tambo.url", tambo.url());
    settings.put("tambo.api-key", tambo.apiKey());
    settings.put("tambo.exchange", exchange);
    return TamboAuthConfig.of(settings);
  }

  /** Has the token exchanged, where that is required. */
  @Setup
  public void prepare() {
    authenticator = TamboAuthenticator.of(config(issuer, tambo, exchange), TamboAuthListener.NONE);
    String token = issuer.token("alice").expiresIn(Duration.ofDays(1)).text();
    request = new TokenRequest("Bearer " + token);
    if (!(decide() instanceof AuthDecision.Admitted)) {
      throw new IllegalStateException("a good token is refused");
    }
  }

  /** Lets go of threads and ports. */
  @TearDown
  public void close() {
    if (authenticator != null) {
      authenticator.close();
    }
    tambo.close();
    issuer.close();
  }

  /** Decides a request. */
  @Benchmark
  public @Nullable AuthDecision decide() {
    return authenticator == null ? null : authenticator.authenticate(request);
  }
}
