package co.tambo.auth.internal.opaque;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import co.tambo.auth.ConfigSource;
import co.tambo.auth.internal.config.Policy;
import co.tambo.auth.internal.config.PolicyReader;
import co.tambo.auth.internal.http.HttpFetch;
import co.tambo.auth.internal.time.TestTime;
import co.tambo.auth.internal.verify.TokenVerifier;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class DeadlineTest {

  private final TestTime time = new TestTime();

  /** A provider that takes its time, and is never called over a network. */
  private final class SlowProvider implements HttpFetch {

    private final List<Duration> deadlines = new ArrayList<>();
    private final Duration takes;
    private final Outcome outcome;

    SlowProvider(Duration takes, Outcome outcome) {
      this.takes = takes;
      this.outcome = outcome;
    }

    @Override
    public CompletableFuture<Outcome> send(HttpRequest request, Duration deadline, int maxBytes) {
      deadlines.add(deadline);
      time.advance(takes);
      return CompletableFuture.completedFuture(outcome);
    }

    @Override
    public void close() {}
  }

  private static HttpFetch.Answer active() {
    byte[] body = "{\"active\":true,\"sub\":\"alice\"}".getBytes(StandardCharsets.UTF_8);
    return new HttpFetch.Answer(200, HttpHeaders.of(Map.of(), (name, value) -> true), body);
  }

  private TokenVerifier asking(HttpFetch provider) {
    Policy policy =
        PolicyReader.read(
            List.of(
                ConfigSource.of(
                    "init-param",
                    Map.of(
                        "tambo.introspection-url", "https://idp.example/introspect",
                        "tambo.userinfo-url", "https://idp.example/me",
                        "tambo.client-id", "c",
                        "tambo.client-secret", "s"))));
    return OpaqueTokens.of(policy.providers(), () -> provider, time).orElseThrow();
  }

  @Test
  void bothCallsShareFourSeconds() {
    SlowProvider provider = new SlowProvider(Duration.ofSeconds(3), active());
    assertInstanceOf(TokenVerifier.Accepted.class, asking(provider).verify("t"));
    assertEquals(List.of(Duration.ofSeconds(4), Duration.ofSeconds(1)), provider.deadlines);
  }

  @Test
  void callThatNobodyHeardIsRepeatedOnceInTheTimeThatIsLeft() {
    HttpFetch.Failure unheard = new HttpFetch.Failure(HttpFetch.Cause.NO_ANSWER, "");
    SlowProvider provider = new SlowProvider(Duration.ofSeconds(1), unheard);
    assertInstanceOf(TokenVerifier.Unavailable.class, asking(provider).verify("t"));
    assertEquals(List.of(Duration.ofSeconds(4), Duration.ofSeconds(3)), provider.deadlines);
  }

  @Test
  void nothingIsRepeatedAfterTheDeadline() {
    HttpFetch.Failure unheard = new HttpFetch.Failure(HttpFetch.Cause.NO_ANSWER, "");
    SlowProvider provider = new SlowProvider(Duration.ofSeconds(5), unheard);
    assertInstanceOf(TokenVerifier.Unavailable.class, asking(provider).verify("t"));
    assertEquals(List.of(Duration.ofSeconds(4)), provider.deadlines);
  }

  @Test
  void callThatWasAnsweredInPartIsNotRepeated() {
    HttpFetch.Failure broken = new HttpFetch.Failure(HttpFetch.Cause.BROKEN, "");
    SlowProvider provider = new SlowProvider(Duration.ofSeconds(1), broken);
    assertInstanceOf(TokenVerifier.Unavailable.class, asking(provider).verify("t"));
    assertEquals(1, provider.deadlines.size());
  }
}
