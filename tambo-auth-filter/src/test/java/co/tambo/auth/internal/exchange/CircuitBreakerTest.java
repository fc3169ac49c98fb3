package co.tambo.auth.internal.exchange;

import static co.tambo.auth.internal.exchange.Fixtures.get;
import static co.tambo.auth.internal.exchange.Fixtures.issued;
import static co.tambo.auth.internal.exchange.Fixtures.subject;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import co.tambo.auth.internal.exchange.TokenExchange.ApiKeyRefused;
import co.tambo.auth.internal.exchange.TokenExchange.Hint;
import co.tambo.auth.internal.exchange.TokenExchange.NotTambo;
import co.tambo.auth.internal.exchange.TokenExchange.Outcome;
import co.tambo.auth.internal.exchange.TokenExchange.SubjectTokenRefused;
import co.tambo.auth.internal.exchange.TokenExchange.Unavailable;
import co.tambo.auth.internal.time.TestTime;
import co.tambo.auth.parts.Attack;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@SuppressWarnings("FutureReturnValueIgnored") // a call that is only to be under way
class CircuitBreakerTest {

  private static final Outcome TOKEN = issued("token", Instant.EPOCH);
  private static final Unavailable DOWN = Unavailable.forNow();

  private final TestTime time = new TestTime();
  private final Scripted tambo = new Scripted();
  private final TokenExchange exchange = new CircuitBreaker(time).around(tambo);

  private void failTimes(int times) {
    for (int i = 0; i < times; i++) {
      tambo.answers(DOWN);
      get(exchange.exchange(subject("user " + i)));
    }
  }

  private int calls() {
    return tambo.calls().size();
  }

  @Test
  void nobodyIsLetThroughAfterFiveFailuresInARow() {
    failTimes(5);
    assertEquals(DOWN, get(exchange.exchange(subject("next"))));
    assertEquals(5, calls());
  }

  @Test
  void fourFailuresAreNotEnough() {
    failTimes(4);
    assertFalse(exchange.exchange(subject("next")).isDone());
  }

  static Stream<Outcome> answersOfTambo() {
    return Stream.of(
        TOKEN, new SubjectTokenRefused(401, Hint.NONE), new ApiKeyRefused(), new NotTambo(404));
  }

  @ParameterizedTest
  @MethodSource("answersOfTambo")
  void anyAnswerInBetweenStartsTheCountAnew(Outcome answer) {
    failTimes(4);
    tambo.answers(answer);
    get(exchange.exchange(subject("heard")));
    failTimes(4);
    assertFalse(exchange.exchange(subject("next")).isDone());
  }

  @Test
  void afterThePauseOneCallTries() {
    failTimes(5);
    time.advance(CircuitBreaker.PAUSE);
    assertEquals(DOWN, get(exchange.exchange(subject("on the dot"))));
    time.advance(Duration.ofNanos(1));
    CompletableFuture<Outcome> trying = exchange.exchange(subject("first"));
    assertFalse(trying.isDone());
    assertEquals(DOWN, get(exchange.exchange(subject("second"))));
    assertEquals(6, calls());
  }

  @Test
  void whenTheTrialIsAnsweredEverybodyIsLetThrough() {
    failTimes(5);
    time.advance(CircuitBreaker.PAUSE.plusNanos(1));
    tambo.answers(TOKEN).answers(TOKEN).answers(DOWN).answers(TOKEN);
    for (Outcome expected : List.of(TOKEN, TOKEN, DOWN, TOKEN)) {
      assertEquals(expected, get(exchange.exchange(subject("user"))));
    }
  }

  @Test
  void whenTheTrialFailsThePauseBeginsAnew() {
    failTimes(5);
    time.advance(CircuitBreaker.PAUSE.plusNanos(1));
    failTimes(1);
    assertEquals(DOWN, get(exchange.exchange(subject("next"))));
    time.advance(CircuitBreaker.PAUSE.plusNanos(1));
    assertFalse(exchange.exchange(subject("later")).isDone());
    assertEquals(7, calls());
  }

  @Test
  void aTrialThatThrowsIsOver() {
    TokenExchange throwing =
        new CircuitBreaker(time)
            .around(
                subjectToken -> {
                  throw new IllegalStateException();
                });
    for (int i = 0; i < CircuitBreaker.FAILURES; i++) {
      assertThrows(IllegalStateException.class, () -> throwing.exchange(subject("user")));
    }
    assertEquals(DOWN, get(throwing.exchange(subject("next"))));
    time.advance(CircuitBreaker.PAUSE.plusNanos(1));
    assertThrows(IllegalStateException.class, () -> throwing.exchange(subject("trial")));
    assertEquals(DOWN, get(throwing.exchange(subject("next"))));
  }

  @Test
  @Attack("X06")
  void aTamboThatAsksToWaitIsLeftAloneForThatTimeOnly() {
    tambo.answers(new Unavailable(Duration.ofSeconds(20), true));
    get(exchange.exchange(subject("first")));
    time.advance(Duration.ofSeconds(8));
    Unavailable told = assertInstanceOf(Unavailable.class, get(exchange.exchange(subject("b"))));
    assertEquals(new Unavailable(Duration.ofSeconds(12), true), told);
    assertEquals(1, calls());
    time.advance(Duration.ofSeconds(12).plusNanos(1));
    assertFalse(exchange.exchange(subject("c")).isDone());
  }

  @Test
  void whoIsToldToWaitWaitsASecondAtLeast() {
    tambo.answers(new Unavailable(Duration.ofSeconds(2), true));
    get(exchange.exchange(subject("first")));
    time.advance(Duration.ofMillis(1999));
    assertEquals(
        new Unavailable(Duration.ofSeconds(1), true), get(exchange.exchange(subject("second"))));
  }

  @Test
  void aLateAnswerDoesNotShortenTheWaitThatTamboAskedFor() {
    CompletableFuture<Outcome> slow = exchange.exchange(subject("slow"));
    tambo.answers(new Unavailable(Duration.ofSeconds(20), true));
    get(exchange.exchange(subject("told to wait")));
    tambo.calls().get(0).complete(TOKEN);
    assertTrue(slow.isDone());
    assertInstanceOf(Unavailable.class, get(exchange.exchange(subject("next"))));
    assertEquals(2, calls());
  }

  @Test
  void aLateAnswerEndsAPauseOfOurOwn() {
    exchange.exchange(subject("slow"));
    failTimes(5);
    tambo.calls().get(0).complete(TOKEN);
    assertFalse(exchange.exchange(subject("next")).isDone());
  }
}
