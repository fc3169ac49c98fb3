package co.tambo.auth.internal.http;

import static org.junit.jupiter.api.Assertions.assertEquals;

import co.tambo.auth.parts.Attack;
import java.net.http.HttpHeaders;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RetryAfterTest {

  private static final Instant NOW = Instant.parse("2026-11-21T00:00:00Z");

  private static Optional<Duration> of(String value) {
    return RetryAfter.of(
        HttpHeaders.of(Map.of("Retry-After", List.of(value)), (name, text) -> true), NOW);
  }

  @ParameterizedTest
  @CsvSource({
    "7, 7",
    "60, 60",
    "61, 60",
    "0, 1",
    "00000000007, 60",
    "99999999999999999999999, 60",
    "' 7 ', 7",
    "'Sat, 21 Nov 2026 00:00:07 GMT', 7",
    "'Sat, 21 Nov 2026 01:00:00 GMT', 60",
    "'Fri, 20 Nov 2026 23:00:00 GMT', 1",
    "'Thu, 31 Dec 2099 23:59:59 GMT', 60"
  })
  @Attack("X06")
  void theWaitIsClampedToOneToSixtySeconds(String value, long seconds) {
    assertEquals(Optional.of(Duration.ofSeconds(seconds)), of(value));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "-1", "+5", "1.5", "soon", "5s", "\u0665", "Sat, 21 Nov 2026"})
  @Attack("X06")
  void whatIsNoWaitIsNone(String value) {
    assertEquals(Optional.empty(), of(value));
  }

  @Test
  @Attack("X06")
  void withoutAHeaderThereIsNone() {
    assertEquals(
        Optional.empty(), RetryAfter.of(HttpHeaders.of(Map.of(), (name, text) -> true), NOW));
  }
}
