package co.tambo.auth.internal.exchange;

import static co.tambo.auth.internal.exchange.Fixtures.settings;
import static co.tambo.auth.internal.exchange.Fixtures.subject;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import co.tambo.auth.internal.http.HttpFetch;
import co.tambo.auth.internal.time.TestTime;
import co.tambo.auth.internal.time.TimeSource;
import java.net.URI;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

@SuppressWarnings("FutureReturnValueIgnored") // a call that is only to be under way
class LandingOrderTest {

  /** Calls that a test answers. */
  private static final class HeldCalls implements HttpFetch {
    private final List<CompletableFuture<Outcome>> calls = new ArrayList<>();

    @Override
    public CompletableFuture<Outcome> send(HttpRequest request, Duration deadline, int maxBytes) {
      calls.add(new CompletableFuture<>());
      return calls.get(calls.size() - 1);
    }

    @Override
    public void close() {}
  }

  /** A clock that lets something happen whenever it is read. */
  private static final class WatchedTime implements TimeSource {
    private final TestTime time = new TestTime();
    private Runnable onRead = () -> {};

    @Override
    public Instant now() {
      Runnable happening = onRead;
      onRead = () -> {};
      happening.run();
      return time.now();
    }

    @Override
    public long nanos() {
      return time.nanos();
    }
  }

  @Test
  void whoComesWhileAnOutcomeIsBeingRememberedMakesNoCall() {
    HeldCalls http = new HeldCalls();
    WatchedTime time = new WatchedTime();
    TokenExchange exchange =
        TokenExchange.of(
            settings(URI.create("https://tambo.test")), http, time, ExchangeEvents.NONE);
    List<Object> latecomer = new ArrayList<>();
    exchange.exchange(subject("alice"));
    time.onRead = () -> latecomer.add(exchange.exchange(subject("alice")));
    byte[] body = TamboServer.tokenBody("t", "3600").getBytes(StandardCharsets.UTF_8);
    http.calls
        .get(0)
        .complete(new HttpFetch.Answer(201, HttpHeaders.of(Map.of(), (name, value) -> true), body));
    assertEquals(1, latecomer.size());
    assertEquals(1, http.calls.size());
    assertTrue(exchange.known(subject("alice")).isPresent());
  }
}
