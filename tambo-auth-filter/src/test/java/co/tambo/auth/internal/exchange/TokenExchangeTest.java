package co.tambo.auth.internal.exchange;

import static co.tambo.auth.internal.exchange.Fixtures.get;
import static co.tambo.auth.internal.exchange.Fixtures.issued;
import static co.tambo.auth.internal.exchange.Fixtures.settings;
import static co.tambo.auth.internal.exchange.Fixtures.subject;
import static co.tambo.auth.internal.exchange.Fixtures.token;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import co.tambo.auth.internal.config.ExchangeSettings;
import co.tambo.auth.internal.exchange.TamboServer.Reply;
import co.tambo.auth.internal.exchange.TokenExchange.Outcome;
import co.tambo.auth.internal.exchange.TokenExchange.SubjectTokenRefused;
import co.tambo.auth.internal.exchange.TokenExchange.SwitchedOff;
import co.tambo.auth.internal.exchange.TokenExchange.Unavailable;
import co.tambo.auth.internal.http.HttpFetch;
import co.tambo.auth.internal.time.TestTime;
import co.tambo.auth.parts.Attack;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntFunction;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The whole exchange, over real sockets. */
class TokenExchangeTest {

  private final TestTime time = new TestTime();
  private final HttpFetch http = HttpFetch.create();
  private final ExecutorService callers = Executors.newCachedThreadPool();
  private TamboServer tambo;
  private TokenExchange exchange;

  @BeforeEach
  void start() throws IOException {
    tambo = new TamboServer(received -> Reply.token("tambo-for-" + received.subjectToken()));
    exchange = TokenExchange.of(settings(tambo.url()), http, time, ExchangeEvents.NONE);
  }

  @AfterEach
  void stop() {
    http.close();
    tambo.close();
    callers.shutdownNow();
  }

  /** Lets many callers go at one moment and returns what each of them got. */
  private List<Outcome> together(int count, IntFunction<SubjectToken> subjectTokens)
      throws InterruptedException, ExecutionException, TimeoutException {
    CountDownLatch ready = new CountDownLatch(count);
    List<Future<Outcome>> outcomes = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      SubjectToken subjectToken = subjectTokens.apply(i);
      outcomes.add(
          callers.submit(
              () -> {
                ready.countDown();
                ready.await();
                return get(exchange.exchange(subjectToken));
              }));
    }
    List<Outcome> got = new ArrayList<>();
    for (Future<Outcome> outcome : outcomes) {
      got.add(outcome.get(30, TimeUnit.SECONDS));
    }
    return got;
  }

  @Test
  @Attack("X15")
  void twoHundredCallersWithOneTokenMakeOneCall() throws Exception {
    CountDownLatch arrived = new CountDownLatch(1);
    CountDownLatch open = new CountDownLatch(1);
    tambo.reply(
        received -> {
          arrived.countDown();
          open.await();
          return Reply.token("tambo-for-alice");
        });
    List<CompletableFuture<Outcome>> waiting = new ArrayList<>();
    waiting.add(exchange.exchange(subject("alice")));
    assertTrue(arrived.await(10, TimeUnit.SECONDS));
    for (int i = 1; i < 200; i++) {
      waiting.add(exchange.exchange(subject("alice")));
    }
    open.countDown();
    waiting.forEach(future -> assertEquals("tambo-for-alice", token(get(future))));
    assertEquals(1, tambo.received().size());
  }

  @Test
  void twoHundredCallersAtOneMomentMakeOneCall() throws Exception {
    together(200, i -> subject("alice"));
    assertEquals(1, tambo.received().size());
  }

  @Test
  void aTextIsMadeOnceForACallAndNeverForAKnownToken() throws Exception {
    AtomicInteger made = new AtomicInteger();
    SubjectToken alice =
        new SubjectToken(
            () -> "alice-" + made.incrementAndGet(), subject("alice").fingerprint(), null);
    together(200, i -> alice);
    exchange.known(alice);
    get(exchange.exchange(alice));
    assertEquals(1, made.get());
    assertEquals("alice-1", tambo.received().get(0).subjectToken());
  }

  @Test
  void aTextThatCannotBeMadeIsAnOutage() {
    SubjectToken broken =
        new SubjectToken(
            () -> {
              throw new IllegalStateException("canary");
            },
            subject("alice").fingerprint(),
            null);
    assertInstanceOf(Unavailable.class, get(exchange.exchange(broken)));
    assertTrue(tambo.received().isEmpty());
  }

  @Test
  @Attack("X02")
  void aThousandUsersNeverGetEachOthersToken() throws Exception {
    List<Outcome> outcomes = together(1000, i -> subject("user-" + i));
    for (int i = 0; i < outcomes.size(); i++) {
      if (!(outcomes.get(i) instanceof Unavailable)) {
        assertEquals("tambo-for-user-" + i, token(outcomes.get(i)));
      }
    }
    for (int i = 0; i < outcomes.size(); i++) {
      assertEquals("tambo-for-user-" + i, token(get(exchange.exchange(subject("user-" + i)))));
    }
  }

  @Test
  @Attack("X16")
  void aTamboThatHangsHoldsABoundedNumberOfCallers() throws Exception {
    CountDownLatch open = new CountDownLatch(1);
    tambo.reply(
        received -> {
          open.await();
          return Reply.token("late");
        });
    exchange =
        TokenExchange.of(
            settings(tambo.url(), Duration.ofSeconds(2)), http, time, ExchangeEvents.NONE);
    List<Outcome> outcomes = together(500, i -> subject("user-" + i));
    outcomes.forEach(outcome -> assertInstanceOf(Unavailable.class, outcome));
    assertTrue(tambo.received().size() < 200, "calls: " + tambo.received().size());
    open.countDown();
  }

  @Test
  void aHealthyTokenIsAskedForOnceWhateverTheClocksDifferBy() {
    SubjectToken alice = subject("alice", time.now().plus(Duration.ofHours(1)));
    for (int i = 0; i < 50; i++) {
      get(exchange.exchange(alice));
      time.advance(Duration.ofSeconds(60));
    }
    assertEquals(1, tambo.received().size());
  }

  @Test
  void aTokenIsRenewedWhileTheOldOneServes() {
    SubjectToken alice = subject("alice", time.now().plus(Duration.ofDays(1)));
    get(exchange.exchange(alice));
    time.advance(Duration.ofMinutes(56));
    CountDownLatch open = new CountDownLatch(1);
    tambo.reply(
        received -> {
          open.await();
          return Reply.token("renewed");
        });
    assertEquals("tambo-for-alice", token(get(exchange.exchange(alice))));
    assertEquals("tambo-for-alice", token(exchange.known(alice).orElseThrow()));
    open.countDown();
  }

  @Test
  @Attack("X04")
  void aRefusalIsForgottenAfterThreeSeconds() {
    tambo.reply(received -> Reply.error(401, "Invalid OAuth subject token"));
    assertInstanceOf(SubjectTokenRefused.class, get(exchange.exchange(subject("alice"))));
    tambo.reply(received -> Reply.token("tambo-for-alice"));
    assertInstanceOf(SubjectTokenRefused.class, get(exchange.exchange(subject("alice"))));
    time.advance(Duration.ofSeconds(3));
    assertEquals("tambo-for-alice", token(get(exchange.exchange(subject("alice")))));
  }

  @Test
  @Attack("L04")
  void aClosedConnectionLeavesNobodyHanging() throws Exception {
    CountDownLatch arrived = new CountDownLatch(1);
    CountDownLatch open = new CountDownLatch(1);
    tambo.reply(
        received -> {
          arrived.countDown();
          open.await();
          return Reply.token("late");
        });
    CompletableFuture<Outcome> call = exchange.exchange(subject("alice"));
    assertTrue(arrived.await(10, TimeUnit.SECONDS));
    http.close();
    assertInstanceOf(Unavailable.class, get(call));
    open.countDown();
  }

  @Test
  void anExchangeThatIsOffAsksNobody() {
    URI url = tambo.url();
    Duration timeout = Duration.ofSeconds(10);
    ExchangeSettings off =
        new ExchangeSettings(ExchangeSettings.Mode.OFF, url, "key", null, timeout);
    ExchangeSettings keyless =
        new ExchangeSettings(ExchangeSettings.Mode.ON_DEMAND, url, null, null, timeout);
    for (ExchangeSettings settings : List.of(off, keyless)) {
      TokenExchange none = TokenExchange.of(settings, http, time, ExchangeEvents.NONE);
      assertEquals(new SwitchedOff(), get(none.exchange(subject("alice"))));
    }
    assertTrue(tambo.received().isEmpty());
  }

  @Test
  void outcomesPrintNoToken() {
    String printed = issued("canary", time.now()) + " " + subject("canary");
    assertTrue(!printed.contains("canary"), printed);
  }
}
