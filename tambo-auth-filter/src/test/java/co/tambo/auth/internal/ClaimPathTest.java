package co.tambo.auth.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ClaimPathTest {

  private static final Map<String, Object> CLAIMS =
      Map.of(
          "sub", "alice",
          "https://app/roles", "top",
          "realm_access", Map.of("roles", List.of("r0", "r1"), "a/b", "slash", "c~d", "tilde"),
          "", "empty");

  @ParameterizedTest
  @CsvSource({
    "sub,alice",
    "https://app/roles,top",
    "/sub,alice",
    "/realm_access/roles/1,r1",
    "/realm_access/a~1b,slash",
    "/realm_access/c~0d,tilde",
    "/,empty"
  })
  void leadsToItsValue(String path, String value) {
    assertEquals(value, ClaimPath.of(path).in(CLAIMS));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "roles",
        "/realm_access/roles/2",
        "/realm_access/roles/01",
        "/realm_access/roles/-",
        "/sub/x",
        "/realm_access/roles/99999999999"
      })
  void leadsNowhereQuietly(String path) {
    assertNull(ClaimPath.of(path).in(CLAIMS));
  }

  @Test
  void loneTildeIsRefused() {
    assertThrows(IllegalArgumentException.class, () -> ClaimPath.of("/a~b"));
    assertThrows(IllegalArgumentException.class, () -> ClaimPath.of("/a~"));
  }
}
