package co.tambo.auth.internal.exchange;

import static co.tambo.auth.internal.exchange.Fixtures.get;
import static co.tambo.auth.internal.exchange.Fixtures.issued;
import static co.tambo.auth.internal.exchange.Fixtures.subject;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import co.tambo.auth.internal.exchange.TokenExchange.Outcome;
import co.tambo.auth.internal.exchange.TokenExchange.Unavailable;
import co.tambo.auth.parts.Attack;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.Test;

@SuppressWarnings("FutureReturnValueIgnored") // a call that is only to be under way
class CallLimitTest {

  private static final Outcome TOKEN = issued("token", Instant.EPOCH);

  private final Scripted tambo = new Scripted();
  private final CallLimit limit = new CallLimit(2);
  private final TokenExchange impatient = limit.around(tambo, Duration.ZERO);

  @Test
  @Attack("X16")
  void aCallBeyondTheLimitIsRefusedWithoutAsking() {
    impatient.exchange(subject("one"));
    impatient.exchange(subject("two"));
    assertInstanceOf(Unavailable.class, get(impatient.exchange(subject("three"))));
    assertEquals(2, tambo.calls().size());
  }

  @Test
  void aCallThatEndedMakesRoom() {
    impatient.exchange(subject("one"));
    impatient.exchange(subject("two"));
    tambo.calls().get(0).complete(TOKEN);
    assertFalse(impatient.exchange(subject("three")).isDone());
    assertInstanceOf(Unavailable.class, get(impatient.exchange(subject("four"))));
  }

  @Test
  void aCallThatFailedMakesRoom() {
    impatient.exchange(subject("one"));
    impatient.exchange(subject("two"));
    tambo.calls().get(0).completeExceptionally(new IllegalStateException());
    assertFalse(impatient.exchange(subject("three")).isDone());
  }

  @Test
  void anExchangeThatThrowsMakesRoom() {
    TokenExchange throwing =
        limit.around(
            subjectToken -> {
              throw new IllegalStateException();
            },
            Duration.ZERO);
    for (int i = 0; i < 3; i++) {
      assertThrows(IllegalStateException.class, () -> throwing.exchange(subject("one")));
    }
    assertFalse(impatient.exchange(subject("two")).isDone());
  }

  @Test
  void whoWaitsForATurnGetsItWhenACallEnds()
      throws InterruptedException, ExecutionException, TimeoutException {
    TokenExchange patient = limit.around(tambo, Duration.ofMinutes(1));
    patient.exchange(subject("one"));
    patient.exchange(subject("two"));
    CompletableFuture<CompletableFuture<Outcome>> third =
        CompletableFuture.supplyAsync(() -> patient.exchange(subject("three")));
    tambo.calls().get(0).complete(TOKEN);
    assertFalse(third.get(10, TimeUnit.SECONDS).isDone());
    assertEquals(3, tambo.calls().size());
  }

  @Test
  @Attack("X15")
  void anInterruptedCallerIsRefusedAndStaysInterrupted() {
    TokenExchange patient = limit.around(tambo, Duration.ofMinutes(1));
    patient.exchange(subject("one"));
    patient.exchange(subject("two"));
    Thread.currentThread().interrupt();
    CompletableFuture<Outcome> third = patient.exchange(subject("three"));
    assertTrue(Thread.interrupted());
    assertInstanceOf(Unavailable.class, get(third));
  }

  @Test
  void anInterruptDoesNotSpoilAFreeTurn() {
    Thread.currentThread().interrupt();
    CompletableFuture<Outcome> call = impatient.exchange(subject("one"));
    assertTrue(Thread.interrupted());
    assertFalse(call.isDone());
  }
}
