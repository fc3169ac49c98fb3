package co.tambo.auth.internal.keys;

import static co.tambo.auth.internal.jose.JwsAlgorithm.ES256;
import static co.tambo.auth.internal.keys.TestKey.kids;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import co.tambo.auth.internal.config.KeySettings;
import co.tambo.auth.internal.jose.VerificationKey;
import co.tambo.auth.internal.keys.KeySource.NoSuchKey;
import co.tambo.auth.internal.keys.KeySource.Unavailable;
import co.tambo.auth.parts.Attack;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.FutureTask;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class KeyOutageTest extends KeysByHand {

  @Nested
  class WhenNothingIsFetchedYet {

    @Test
    void constructionFetchesNothing() {
      assertEquals(0, fetch.started());
    }

    @Test
    void firstSearchFetches() {
      fetch.publishes(A);
      assertEquals(List.of("a"), kids(findA()));
      assertEquals(List.of("1 "), events);
    }

    @RepeatedTest(200)
    void racingFirstSearchesFetchOnce() throws Exception {
      fetch.publishes(A);
      CyclicBarrier start = new CyclicBarrier(4);
      List<FutureTask<KeySource.Lookup>> searches =
          Stream.generate(() -> new FutureTask<>(() -> findTogether(start))).limit(4).toList();
      searches.forEach(search -> new Thread(search).start());
      for (FutureTask<KeySource.Lookup> search : searches) {
        assertEquals(List.of("a"), kids(search.get()));
      }
      assertEquals(1, fetch.started());
    }

    private KeySource.Lookup findTogether(CyclicBarrier start) throws Exception {
      start.await();
      return findA();
    }

    @Test
    void failureIsUnavailable() {
      fetch.fails();
      assertEquals(new Unavailable(Duration.ofSeconds(5)), findA());
      assertEquals(List.of("0 down"), events);
    }

    @Test
    void failureIsRememberedForThreeSeconds() {
      fetch.fails();
      findA();
      time.advance(Duration.ofSeconds(3).minus(MOMENT));
      assertInstanceOf(Unavailable.class, findA());
      assertEquals(1, fetch.started());
    }

    @Test
    @Attack("X17")
    void outageHealsByItself() {
      fetch.fails();
      findA();
      fetch.publishes(A);
      time.advance(Duration.ofSeconds(3));
      assertEquals(List.of("a"), kids(findA()));
    }

    @Test
    void throwingFetchIsAFailedOne() {
      KeySource throwing =
          KeySource.remote(
              () -> {
                throw new IllegalStateException("secret");
              },
              time,
              new KeySettings(REFRESH, HORIZON, false),
              (usable, problem) -> events.add(problem));
      assertInstanceOf(Unavailable.class, throwing.find("a", ES256));
      assertEquals(
          List.of("the key set could not be read: java.lang.IllegalStateException"), events);
    }
  }

  @Nested
  class WhenTheIssuerIsDown {

    private void outage(Duration sinceSuccess) {
      fetch.publishes(A);
      findA();
      fetch.fails();
      time.advance(sinceSuccess);
    }

    @Test
    void oldKeysServe() {
      outage(REFRESH);
      assertEquals(List.of("a"), kids(findA()));
      assertEquals(2, fetch.started());
      assertEquals("1 down", events.get(1));
    }

    @Test
    void triesAreFiveSecondsApart() {
      outage(REFRESH);
      findA();
      time.advance(Duration.ofSeconds(5).minus(MOMENT));
      findA();
      assertEquals(2, fetch.started());
      time.advance(MOMENT);
      findA();
      assertEquals(3, fetch.started());
    }

    @Test
    void triesDelayNobody() {
      outage(REFRESH);
      findA();
      fetch.hangs();
      time.advance(Duration.ofSeconds(5));
      assertFoundWithoutWaiting();
      assertFoundWithoutWaiting();
      assertEquals(3, fetch.started());
    }

    @Test
    void failedFetchAheadIsTriedAgainAtItsPace() {
      outage(Duration.ofMinutes(4));
      findA();
      findA();
      assertEquals(2, fetch.started());
      time.advance(Duration.ofSeconds(5));
      findA();
      assertEquals(3, fetch.started());
    }

    @Test
    void recoveryBringsNewKeys() {
      outage(REFRESH);
      findA();
      fetch.publishes(B);
      time.advance(Duration.ofSeconds(5));
      findA();
      assertEquals(List.of("b"), kids(keys.find("b", ES256)));
      assertEquals(new NoSuchKey(), findA());
    }

    @Test
    void failureLongAgoIsNoOutage() {
      outage(REFRESH);
      VerificationKey key = foundA();
      fetch.publishes(B);
      time.advance(Duration.ofMinutes(1));
      assertEquals(new NoSuchKey(), keys.recheck(key));
    }

    @Test
    @Attack("K12")
    void oldKeysServeUpToTheHorizon() {
      outage(HORIZON.minus(MOMENT));
      assertEquals(List.of("a"), kids(findA()));
    }

    @Test
    @Attack({"K12", "K13"})
    void oldKeysDoNotServeAtTheHorizon() {
      outage(HORIZON);
      VerificationKey key = TestKey.admitted(A).get(0);
      assertInstanceOf(Unavailable.class, findA());
      assertInstanceOf(Unavailable.class, keys.recheck(key));
      assertEquals("0 down", events.get(1));
    }

    @Test
    void outageBeyondTheHorizonHeals() {
      outage(HORIZON);
      findA();
      fetch.publishes(A);
      time.advance(Duration.ofSeconds(3));
      assertEquals(List.of("a"), kids(findA()));
    }
  }
}
