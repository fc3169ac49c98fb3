package co.tambo.auth;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import co.tambo.auth.internal.config.AccessSettings;
import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;

/** Any raw path: one that is open is open in every reading. */
class PathFuzzTest {

  private static final PathRules RULES =
      new PathRules(
          new AccessSettings(
              AccessMode.REQUIRED,
              List.of("/public/*", "/ping"),
              List.of(),
              false,
              Set.of(),
              false,
              "tambo"));

  @FuzzTest
  void anyPath(byte[] input) {
    String raw = "/" + new String(input, StandardCharsets.ISO_8859_1);
    for (String decoded : List.of(Readings.plain(raw), Readings.wildest(raw), raw)) {
      RequestTarget target = new RequestTarget("https://a.example", raw, "", decoded, null);
      PathRules.Access access = RULES.of(target);
      assertEquals(access.open(), access.mode() == AccessMode.PERMISSIVE);
      if (access.open()) {
        assertTrue(Readings.wildest(raw).matches("(?s)/public(/.*)?|/ping"), raw);
        assertFalse(raw.matches("(?s).*(;|%2[fF]|%5[cC]|%2[eE]|\\\\|//|%25).*"), raw);
      }
    }
  }
}
