package co.tambo.auth.internal.exchange;

import static co.tambo.auth.internal.exchange.Fixtures.get;
import static co.tambo.auth.internal.exchange.Fixtures.issued;
import static co.tambo.auth.internal.exchange.Fixtures.subject;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import co.tambo.auth.internal.exchange.TokenExchange.ApiKeyRefused;
import co.tambo.auth.internal.exchange.TokenExchange.Outcome;
import co.tambo.auth.internal.exchange.TokenExchange.Unavailable;
import co.tambo.auth.parts.Attack;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.Test;

@SuppressWarnings("FutureReturnValueIgnored") // a call that is only to be under way
class SingleFlightTokenExchangeTest {

  private static final SubjectToken ALICE = subject("alice");
  private static final Outcome TOKEN = issued("tambo-alice", Instant.EPOCH);
  private static final Outcome OUTAGE = new Unavailable(Duration.ofSeconds(5), false);

  private final Scripted tambo = new Scripted();
  private final List<Throwable> defects = new ArrayList<>();
  private final ExchangeEvents events =
      new ExchangeEvents() {
        @Override
        public void defect(Throwable defect) {
          defects.add(defect);
        }
      };
  private final TokenExchange exchange = new SingleFlightTokenExchange(tambo, events);

  @Test
  void callersWithOneTokenShareACall() {
    CompletableFuture<Outcome> leader = exchange.exchange(ALICE);
    CompletableFuture<Outcome> follower = exchange.exchange(ALICE);
    tambo.calls().get(0).complete(TOKEN);
    assertEquals(TOKEN, get(leader));
    assertEquals(TOKEN, get(follower));
    assertEquals(1, tambo.calls().size());
  }

  @Test
  @Attack("X02")
  void callersWithOtherTokensHaveCallsOfTheirOwn() {
    CompletableFuture<Outcome> alice = exchange.exchange(ALICE);
    CompletableFuture<Outcome> bob = exchange.exchange(subject("bob"));
    tambo.calls().get(1).complete(new ApiKeyRefused());
    assertEquals(new ApiKeyRefused(), get(bob));
    assertFalse(alice.isDone());
  }

  @Test
  @Attack("I08")
  void closingReachesTheExchange() {
    exchange.close();
    assertTrue(tambo.isClosed());
  }

  @Test
  @Attack("X15")
  void aLeaderThatCancelsLeavesTheFollowersAlone() {
    CompletableFuture<Outcome> leader = exchange.exchange(ALICE);
    CompletableFuture<Outcome> follower = exchange.exchange(ALICE);
    leader.cancel(true);
    assertFalse(follower.isDone());
    tambo.calls().get(0).complete(TOKEN);
    assertEquals(TOKEN, get(follower));
  }

  @Test
  void aFollowerThatCompletesItsFutureFoolsNobody() {
    CompletableFuture<Outcome> leader = exchange.exchange(ALICE);
    CompletableFuture<Outcome> follower = exchange.exchange(ALICE);
    follower.complete(issued("forged", Instant.EPOCH));
    tambo.calls().get(0).complete(TOKEN);
    assertEquals(TOKEN, get(leader));
  }

  @Test
  void aCallThatEndedMakesRoomForAnother() {
    exchange.exchange(ALICE);
    tambo.calls().get(0).complete(OUTAGE);
    CompletableFuture<Outcome> second = exchange.exchange(ALICE);
    tambo.calls().get(1).complete(TOKEN);
    assertEquals(TOKEN, get(second));
  }

  @Test
  @Attack("X15")
  void aLeaderWhoseCallFailsLeavesNobodyHanging() {
    CompletableFuture<Outcome> leader = exchange.exchange(ALICE);
    CompletableFuture<Outcome> follower = exchange.exchange(ALICE);
    tambo.calls().get(0).completeExceptionally(new IllegalStateException("defect"));
    assertEquals(OUTAGE, get(leader));
    assertEquals(OUTAGE, get(follower));
    exchange.exchange(ALICE);
    assertEquals(2, tambo.calls().size());
  }

  @Test
  void aFailureIsReportedOnce() {
    exchange.exchange(ALICE);
    exchange.exchange(ALICE);
    tambo.calls().get(0).completeExceptionally(new CompletionException(new Error("defect")));
    assertEquals(1, defects.size());
  }

  @Test
  @Attack("X15")
  void aLeaderThatThrowsLeavesNobodyHanging() {
    List<String> calls = new ArrayList<>();
    TokenExchange throwing =
        new SingleFlightTokenExchange(
            subjectToken -> {
              calls.add(subjectToken.text().get());
              throw new StackOverflowError();
            },
            events);
    assertEquals(OUTAGE, get(throwing.exchange(ALICE)));
    assertEquals(OUTAGE, get(throwing.exchange(ALICE)));
    assertEquals(List.of("alice", "alice"), calls);
    assertEquals(2, defects.size());
  }
}
