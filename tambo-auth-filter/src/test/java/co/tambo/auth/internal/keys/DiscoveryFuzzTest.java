package co.tambo.auth.internal.keys;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import co.tambo.auth.internal.http.CannedFetch;
import co.tambo.auth.internal.json.Json;
import co.tambo.auth.internal.json.JsonException;
import co.tambo.auth.internal.keys.KeySetFetch.Fetched;
import co.tambo.auth.internal.time.TestTime;
import com.code_intelligence.jazzer.junit.FuzzTest;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Any discovery document: keys are asked for only where the right issuer says, and only safely. */
class DiscoveryFuzzTest {

  private static final String ISSUER = "https://issuer.example";
  private static final byte[] KEYS =
      TestKey.set(TestKey.es256("a")).getBytes(StandardCharsets.UTF_8);

  @FuzzTest
  void anyDocument(byte[] input) throws JsonException {
    CannedFetch http = new CannedFetch(input, KEYS);
    KeySetFetch.Outcome outcome =
        KeySetFetch.discovered(List.of(ISSUER), http, TestKey.ALLOWED, new TestTime())
            .fetch()
            .join();
    JwkSetFuzzTest.assertSound(outcome);
    assertEquals(http.asked().size() == 2, outcome instanceof Fetched);
    if (http.asked().size() == 2) {
      assertEquals(ISSUER, Json.readObject(input).get("issuer"));
      assertSafe(http.asked().get(1));
    }
  }

  private static void assertSafe(URI keys) {
    assertInstanceOf(String.class, keys.getHost());
    assertNull(keys.getRawUserInfo());
    assertTrue(keys.getScheme().equalsIgnoreCase("https") || isLoopback(keys), keys.toString());
  }

  private static boolean isLoopback(URI keys) {
    return keys.getScheme().equalsIgnoreCase("http")
        && keys.getHost().matches("(?i)localhost|\\[::1]|127(\\.(0|[1-9][0-9]{0,2})){3}");
  }
}
