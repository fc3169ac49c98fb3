package co.tambo.auth.internal.keys;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.net.http.HttpHeaders;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CacheControlTest {

  private static Optional<Duration> maxAge(String... values) {
    return CacheControl.maxAge(
        HttpHeaders.of(Map.of("cache-control", List.of(values)), (name, value) -> true));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "max-age=60|60",
        "public, MAX-AGE=3600 , must-revalidate|3600",
        "no-cache, no-store, max-age=0|0",
        "max-age=90, max-age=30|30",
        "max-age=9999999999|9999999999"
      })
  void maxAgeIsRead(String value, long seconds) {
    assertEquals(Optional.of(Duration.ofSeconds(seconds)), maxAge(value));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "no-cache",
        "no-store",
        "max-age",
        "max-age=",
        "max-age=-1",
        "max-age=1.5",
        "max-age=\"60\"",
        "s-maxage=60",
        "max-age=99999999999999999999",
        "max-age=٣"
      })
  void anythingElseSaysNothing(String value) {
    assertEquals(Optional.empty(), maxAge(value));
  }

  @Test
  void shortestOfSeveralHeadersCounts() {
    assertEquals(Optional.of(Duration.ofSeconds(5)), maxAge("max-age=10", "max-age=5"));
  }
}
