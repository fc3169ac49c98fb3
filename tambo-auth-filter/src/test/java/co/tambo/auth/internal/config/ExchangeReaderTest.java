package co.tambo.auth.internal.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import co.tambo.auth.internal.config.ExchangeSettings.Mode;
import co.tambo.auth.parts.Attack;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ExchangeReaderTest {

  private static ExchangeSettings exchange(String... keysAndValues) {
    return Reading.withToken(keysAndValues).exchange();
  }

  @Test
  void exchangeIsOffWithoutAnApiKey() {
    assertEquals(Mode.OFF, exchange().mode());
    assertNull(exchange().apiKey());
  }

  @Test
  void exchangeIsOnDemandWithAnApiKey() {
    assertEquals(Mode.ON_DEMAND, exchange("tambo.api-key", "tambo_k").mode());
  }

  @ParameterizedTest
  @CsvSource({"off, OFF", "on-demand, ON_DEMAND", "required, REQUIRED"})
  void exchangeIsWhatTheSettingSays(String word, Mode mode) {
    assertEquals(mode, exchange("tambo.api-key", "tambo_k", "tambo.exchange", word).mode());
  }

  @ParameterizedTest
  @ValueSource(strings = {"on-demand", "required"})
  void exchangeWithoutAnApiKeyIsAProblem(String word) {
    String problem = Reading.problemWithToken("tambo.exchange", word);
    assertTrue(problem.startsWith("tambo.api-key is missing (looked in init-param): "), problem);
  }

  @ParameterizedTest
  @ValueSource(strings = {"tambo k", "tambo_é", "tambo\u0000k", "tambo\nk"})
  void apiKeyThatNoHeaderCanCarryIsAProblemThatHidesIt(String key) {
    String problem = Reading.problemWithToken("tambo.api-key", key);
    assertTrue(problem.startsWith("tambo.api-key=**** (init-param): "), problem);
  }

  @ParameterizedTest
  @CsvSource({
    "https://tambo.example, https://tambo.example",
    "https://tambo.example/, https://tambo.example",
    "https://tambo.example:8443, https://tambo.example:8443",
    "http://localhost:8261, http://localhost:8261",
    "http://127.0.0.1, http://127.0.0.1",
    "http://[::1]:1, http://[::1]:1",
  })
  void urlIsAnOrigin(String written, String read) {
    assertEquals(read, exchange("tambo.url", written).url().toString());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://tambo.example",
        "http://localhost.example",
        "http://127.0.0.1.example",
        "http://10.0.0.1",
        "http://127.0.0.256",
        "https://user@tambo.example",
        "https://tambo.example/api",
        "https://tambo.example//",
        "https://tambo.example?x",
        "https://tambo.example#x",
        "ftp://tambo.example",
        "file:/etc/passwd",
        "tambo.example",
        "https:tambo.example",
        "https://tambo_host",
        "https://tämbo.example",
        "https://",
        "//tambo.example"
      })
  @Attack("X19")
  void urlThatIsNoSafeOriginIsAProblem(String url) {
    assertTrue(Reading.problemWithToken("tambo.url", url).startsWith("tambo.url="));
  }

  @Test
  void passwordInAUrlIsNotPrinted() {
    assertFalse(Reading.problemWithToken("tambo.url", "https://u:hush@t.example").contains("hush"));
  }

  @Test
  void plainHttpIsRefusedInProductionEvenToLoopback() {
    String problem =
        Reading.problemWithToken(
            "tambo.url", "http://localhost", "tambo.environment", "production");
    assertTrue(problem.contains("production"), problem);
  }

  @Test
  void timeoutIsRead() {
    assertEquals(Duration.ofMillis(100), exchange("tambo.exchange.timeout", "PT0.1S").timeout());
  }

  @ParameterizedTest
  @ValueSource(strings = {"PT0.099S", "PT61S", "PT0S", "-PT1S", "10", "10s", "P1Y"})
  void timeoutOutOfBoundsIsAProblem(String timeout) {
    String problem = Reading.problemWithToken("tambo.exchange.timeout", timeout);
    assertTrue(problem.startsWith("tambo.exchange.timeout=" + timeout), problem);
  }

  @Test
  void apiKeyIsNotPrinted() {
    ExchangeSettings exchange = exchange("tambo.api-key", "tambo_hush");
    assertEquals("tambo_hush", exchange.apiKey());
    assertFalse(exchange.toString().contains("hush"));
  }

  @Test
  void userKeyWithAnApiKeyNeedsNoVerification() {
    Policy policy = Reading.of("tambo.user-key", "principal", "tambo.api-key", "tambo_k");
    assertEquals(List.of(), policy.warnings());
  }
}
