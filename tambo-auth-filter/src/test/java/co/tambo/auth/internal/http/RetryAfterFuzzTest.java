package co.tambo.auth.internal.http;

import static org.junit.jupiter.api.Assertions.assertTrue;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.net.http.HttpHeaders;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Any Retry-After: none, or 1 to 60 seconds. */
class RetryAfterFuzzTest {

  private static final Instant NOW = Instant.parse("2026-11-21T00:00:00Z");

  @FuzzTest
  void anyValue(byte[] input) {
    String value = new String(input, StandardCharsets.ISO_8859_1);
    HttpHeaders headers =
        HttpHeaders.of(Map.of("Retry-After", List.of(value)), (name, text) -> true);
    Optional<Duration> wait = RetryAfter.of(headers, NOW);
    Duration found = wait.orElse(Duration.ofSeconds(1));
    assertTrue(found.compareTo(Duration.ofSeconds(1)) >= 0, value);
    assertTrue(found.compareTo(Duration.ofSeconds(60)) <= 0, value);
    assertTrue(wait.isPresent() || !value.strip().matches("[0-9]+"), value);
  }
}
