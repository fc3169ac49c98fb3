package co.tambo.auth.internal.keys;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import co.tambo.auth.internal.http.CannedFetch;
import co.tambo.auth.internal.jose.VerificationKey;
import co.tambo.auth.internal.keys.KeySetFetch.Failed;
import co.tambo.auth.internal.keys.KeySetFetch.Fetched;
import co.tambo.auth.internal.time.TestTime;
import com.code_intelligence.jazzer.junit.FuzzTest;
import java.net.URI;
import java.util.List;

/** Any key set: allowed keys, or one line that says why there is none. */
class JwkSetFuzzTest {

  private static final URI ADDRESS = URI.create("https://issuer.example/jwks");

  @FuzzTest
  void anyBody(byte[] input) {
    assertSound(
        KeySetFetch.at(ADDRESS, new CannedFetch(input), TestKey.ALLOWED, new TestTime())
            .fetch()
            .join());
  }

  /** Fails unless an outcome is one that can be relied on. */
  static void assertSound(KeySetFetch.Outcome outcome) {
    if (outcome instanceof Fetched fetched) {
      assertFalse(fetched.keys().isEmpty());
      fetched.keys().forEach(JwkSetFuzzTest::assertAllowed);
      assertPlain(fetched.problems());
    } else {
      assertPlain(List.of(((Failed) outcome).problem()));
    }
  }

  private static void assertAllowed(VerificationKey key) {
    assertFalse(key.algorithms().isEmpty());
    assertTrue(TestKey.ALLOWED.containsAll(key.algorithms()));
  }

  private static void assertPlain(List<String> problems) {
    problems.forEach(problem -> assertTrue(problem.matches("[^\\p{Cntrl}]+"), problem));
  }
}
