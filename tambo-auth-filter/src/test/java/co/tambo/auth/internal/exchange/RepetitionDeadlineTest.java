package co.tambo.auth.internal.exchange;

import static co.tambo.auth.internal.exchange.Fixtures.API_KEY;
import static co.tambo.auth.internal.exchange.Fixtures.get;
import static co.tambo.auth.internal.exchange.Fixtures.settings;
import static co.tambo.auth.internal.exchange.Fixtures.subject;
import static org.junit.jupiter.api.Assertions.assertEquals;

import co.tambo.auth.internal.http.HttpFetch;
import co.tambo.auth.internal.time.TestTime;
import java.net.URI;
import java.net.http.HttpRequest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class RepetitionDeadlineTest {

  /** Fails each call after some time, and notes what time it was given. */
  private static final class DeadConnections implements HttpFetch {
    private final List<Duration> deadlines = new ArrayList<>();
    private final TestTime time;
    private final Cause cause;
    private final Duration each;

    DeadConnections(TestTime time, Cause cause, Duration each) {
      this.time = time;
      this.cause = cause;
      this.each = each;
    }

    @Override
    public CompletableFuture<Outcome> send(HttpRequest request, Duration deadline, int maxBytes) {
      deadlines.add(deadline);
      time.advance(each);
      return CompletableFuture.completedFuture(new Failure(cause, "dead"));
    }

    @Override
    public void close() {}
  }

  private static List<Duration> deadlines(HttpFetch.Cause cause, Duration each) {
    TestTime time = new TestTime();
    DeadConnections http = new DeadConnections(time, cause, each);
    URI url = URI.create("https://tambo.test");
    get(
        new TamboTokenExchange(
                settings(url, Duration.ofSeconds(10)), API_KEY, http, time, ExchangeEvents.NONE)
            .exchange(subject("user-token")));
    return http.deadlines;
  }

  @Test
  void theRepetitionHasOnlyTheTimeThatIsLeft() {
    assertEquals(
        List.of(Duration.ofSeconds(10), Duration.ofSeconds(6)),
        deadlines(HttpFetch.Cause.NO_ANSWER, Duration.ofSeconds(4)));
  }

  @Test
  void aFailureToConnectIsRepeatedToo() {
    assertEquals(2, deadlines(HttpFetch.Cause.CONNECT, Duration.ofSeconds(1)).size());
  }

  @Test
  void thereIsNoRepetitionWithoutTime() {
    assertEquals(1, deadlines(HttpFetch.Cause.NO_ANSWER, Duration.ofSeconds(10)).size());
  }

  @Test
  void whatMayHaveBeenAnsweredIsNotRepeated() {
    assertEquals(1, deadlines(HttpFetch.Cause.BROKEN, Duration.ofSeconds(1)).size());
    assertEquals(1, deadlines(HttpFetch.Cause.TOO_LARGE, Duration.ofSeconds(1)).size());
    assertEquals(1, deadlines(HttpFetch.Cause.DEADLINE, Duration.ofSeconds(1)).size());
    assertEquals(1, deadlines(HttpFetch.Cause.BLOCKED_ADDRESS, Duration.ofSeconds(1)).size());
  }
}
