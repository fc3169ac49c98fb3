package co.tambo.auth.internal.keys;

import static co.tambo.auth.internal.jose.JwsAlgorithm.ES256;
import static co.tambo.auth.internal.keys.TestKey.kids;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import co.tambo.auth.internal.config.KeySettings;
import co.tambo.auth.internal.jose.VerificationKey;
import co.tambo.auth.internal.keys.KeySource.Candidates;
import co.tambo.auth.internal.time.TestTime;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Remote keys whose fetches a test answers by hand. */
abstract class KeysByHand {

  static final Duration REFRESH = Duration.ofMinutes(5);
  static final Duration HORIZON = Duration.ofHours(4);
  static final Duration MOMENT = Duration.ofNanos(1);
  static final TestKey A = TestKey.es256("a");
  static final TestKey B = TestKey.es256("b");

  final TestTime time = new TestTime();
  final FetchByHand fetch = new FetchByHand();
  final List<String> events = new CopyOnWriteArrayList<>();
  final KeySource keys =
      KeySource.remote(
          fetch,
          time,
          new KeySettings(REFRESH, HORIZON, false),
          (usable, problem) -> events.add(usable + " " + problem));

  final KeySource.Lookup findA() {
    return keys.find("a", ES256);
  }

  /** Finds the key on a thread that cannot wait: any wait would end as an interrupted one. */
  final void assertFoundWithoutWaiting() {
    Thread.currentThread().interrupt();
    KeySource.Lookup found = findA();
    assertTrue(Thread.interrupted());
    assertEquals(List.of("a"), kids(found));
  }

  final VerificationKey foundA() {
    return assertInstanceOf(Candidates.class, findA()).keys().get(0);
  }
}
