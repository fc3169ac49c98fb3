package co.tambo.auth.internal.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class KeySettingsReaderTest {

  @Test
  void boundsAreIncluded() {
    KeySettings keys =
        Reading.withToken("tambo.keys.refresh", "PT1M", "tambo.keys.horizon", "P30D").keys();
    assertEquals(Duration.ofMinutes(1), keys.refresh());
    assertEquals(Duration.ofDays(30), keys.horizon());
  }

  @ParameterizedTest
  @CsvSource({
    "tambo.keys.refresh, PT59S",
    "tambo.keys.refresh, PT24H1S",
    "tambo.keys.refresh, P999999999D",
    "tambo.keys.horizon, PT59S",
    "tambo.keys.horizon, P31D",
    "tambo.keys.horizon, forever",
    "tambo.http.block-private-addresses, yes",
    "tambo.http.block-private-addresses, TRUE",
  })
  void valueOutOfBoundsIsAProblem(String key, String value) {
    assertTrue(Reading.problemWithToken(key, value).startsWith(key + "=" + value));
  }

  @Test
  void horizonBelowRefreshIsAProblem() {
    String problem =
        Reading.problemWithToken("tambo.keys.refresh", "PT10M", "tambo.keys.horizon", "PT9M");
    assertTrue(problem.startsWith("tambo.keys.horizon=PT9M"), problem);
  }

  @Test
  void refreshAboveTheDefaultHorizonIsAProblem() {
    assertTrue(
        Reading.problemWithToken("tambo.keys.refresh", "PT5H").startsWith("tambo.keys.refresh"));
  }
}
