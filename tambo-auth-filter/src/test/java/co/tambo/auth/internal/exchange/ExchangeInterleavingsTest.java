package co.tambo.auth.internal.exchange;

import static co.tambo.auth.interleavings.Interleavings.explore;
import static co.tambo.auth.interleavings.Interleavings.together;
import static co.tambo.auth.internal.exchange.Fixtures.issued;
import static co.tambo.auth.internal.exchange.Fixtures.subject;
import static co.tambo.auth.internal.exchange.Fixtures.token;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import co.tambo.auth.internal.exchange.TokenExchange.Issued;
import co.tambo.auth.internal.exchange.TokenExchange.Outcome;
import co.tambo.auth.internal.exchange.TokenExchange.Unavailable;
import co.tambo.auth.internal.time.TestTime;
import co.tambo.auth.parts.Attack;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("interleavings")
class ExchangeInterleavingsTest {

  private static final SubjectToken ALICE = subject("alice");
  private static final SubjectToken BOB = subject("bob");
  private static final Instant LATER = Instant.parse("2026-11-21T00:30:00Z");
  private static final ExchangeEvents SILENT = new ExchangeEvents() {};

  /** A Tambo that counts and answers at once. */
  private static final class Counting implements TokenExchange {
    private final AtomicInteger calls = new AtomicInteger();

    @Override
    public CompletableFuture<Outcome> exchange(SubjectToken subjectToken) {
      calls.incrementAndGet();
      return CompletableFuture.completedFuture(issued("for-" + subjectToken.text().get(), LATER));
    }
  }

  private static TokenExchange remembering(TokenExchange tambo) {
    return new SingleFlightTokenExchange(
        new CachingTokenExchange(tambo, tambo, new TestTime(), 100), SILENT);
  }

  @Test
  @Attack("X15")
  void oneTokenCostsOneCallHoweverTwoRequestsMeet() {
    explore(
        () -> {
          Counting tambo = new Counting();
          TokenExchange exchange = remembering(tambo);
          AtomicReferenceArray<Outcome> got = new AtomicReferenceArray<>(2);
          together(
              () -> got.set(0, exchange.exchange(ALICE).join()),
              () -> got.set(1, exchange.exchange(ALICE).join()));
          assertEquals("for-alice", token(got.get(0)));
          assertEquals("for-alice", token(got.get(1)));
          assertEquals(1, tambo.calls.get());
        });
  }

  @Test
  @Attack("X02")
  void nobodyGetsTheTokenOfAnother() {
    explore(
        () -> {
          TokenExchange exchange = remembering(new Counting());
          AtomicReferenceArray<Outcome> got = new AtomicReferenceArray<>(2);
          together(
              () -> got.set(0, exchange.exchange(ALICE).join()),
              () -> got.set(1, exchange.exchange(BOB).join()));
          assertEquals("for-alice", token(got.get(0)));
          assertEquals("for-bob", token(got.get(1)));
        });
  }

  @Test
  @Attack("X15")
  void nobodyHangsWhenOneCancelsAndTheCallFails() {
    explore(
        () -> {
          CompletableFuture<Outcome> call = new CompletableFuture<>();
          TokenExchange exchange = new SingleFlightTokenExchange(token -> call, SILENT);
          AtomicReferenceArray<Outcome> got = new AtomicReferenceArray<>(1);
          together(
              () -> exchange.exchange(ALICE).cancel(true),
              () -> got.set(0, exchange.exchange(ALICE).join()),
              () -> call.completeExceptionally(new IllegalStateException("defect")));
          assertEquals(Unavailable.forNow(), got.get(0));
        });
  }

  @Test
  @Attack("X06")
  void oneCallTriesWhetherTamboAnswersAgain() {
    explore(
        () -> {
          TestTime time = new TestTime();
          AtomicInteger asked = new AtomicInteger();
          CompletableFuture<Outcome> pending = new CompletableFuture<>();
          TokenExchange exchange =
              new CircuitBreaker(time)
                  .around(
                      token ->
                          asked.incrementAndGet() <= CircuitBreaker.FAILURES
                              ? CompletableFuture.completedFuture(Unavailable.forNow())
                              : pending);
          for (int i = 0; i < CircuitBreaker.FAILURES; i++) {
            exchange.exchange(ALICE).join();
          }
          time.advance(CircuitBreaker.PAUSE.plusNanos(1));
          AtomicReferenceArray<CompletableFuture<Outcome>> got = new AtomicReferenceArray<>(2);
          together(
              () -> got.set(0, exchange.exchange(ALICE)), () -> got.set(1, exchange.exchange(BOB)));
          assertEquals(CircuitBreaker.FAILURES + 1, asked.get());
          assertTrue(got.get(0).isDone() ^ got.get(1).isDone());
        });
  }

  @Test
  @Attack("X16")
  void everyTurnIsGivenBack() {
    explore(
        () -> {
          AtomicInteger calls = new AtomicInteger();
          TokenExchange exchange =
              new CallLimit(1)
                  .around(
                      token -> {
                        if (calls.incrementAndGet() == 1) {
                          throw new IllegalStateException("defect");
                        }
                        return CompletableFuture.completedFuture(issued("x", LATER));
                      },
                      Duration.ZERO);
          together(() -> attempt(exchange), () -> attempt(exchange));
          assertTrue(exchange.exchange(ALICE).join() instanceof Issued || calls.get() == 1);
          assertTrue(exchange.exchange(ALICE).join() instanceof Issued);
        });
  }

  @SuppressWarnings("FutureReturnValueIgnored") // only to take a turn
  private static void attempt(TokenExchange exchange) {
    try {
      exchange.exchange(ALICE);
    } catch (IllegalStateException defect) {
      return;
    }
  }
}
