package co.tambo.auth.internal.exchange;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import co.tambo.auth.parts.Attack;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TokenResponseTest {

  private static final String TYPE = "urn:ietf:params:oauth:token-type:access_token";

  private static Optional<TokenResponse> read(String body) {
    return TokenResponse.read(body.getBytes(StandardCharsets.UTF_8));
  }

  private static Optional<TokenResponse> withToken(String json) {
    return read(
        "{\"access_token\":%s,\"token_type\":\"Bearer\",\"issued_token_type\":\"%s\"}"
            .formatted(json, TYPE));
  }

  private static Optional<TokenResponse> withTypes(String types) {
    return read("{\"access_token\":\"t\",\"expires_in\":3600" + types + "}");
  }

  @ParameterizedTest
  @CsvSource({
    "3600, 3600",
    "120, 120",
    "1, 1",
    "120.5, 120",
    "3600.5, 3600",
    "1.2e2, 120",
    "3601, 3600",
    "1e10, 3600",
    "99999999999999999999, 3600",
    "1e999, 3600",
    "0, 0",
    "-0, 0",
    "0.999, 0",
    "1e-999, 0",
    "-1, 0",
    "-1e10, 0",
    "-99999999999999999999, 0",
    "null, 0",
    "true, 0",
    "'\"3600\"', 0",
    "[3600], 0",
    "{}, 0"
  })
  @Attack("X11")
  void lifeIsWholeSecondsOfAtMostAnHour(String expiresIn, long seconds) {
    TokenResponse response = read(TamboServer.tokenBody("t", expiresIn)).orElseThrow();
    assertEquals(Duration.ofSeconds(seconds), response.life());
  }

  @Test
  @Attack("X11")
  void lifeIsZeroWhenItIsNotSaid() {
    assertEquals(Duration.ZERO, withToken("\"t\"").orElseThrow().life());
  }

  @ParameterizedTest
  @ValueSource(strings = {"NaN", "Infinity", "+1", "01", "0x10", ".5"})
  @Attack("X11")
  void aLifeThatIsNoJsonIsRefused(String expiresIn) {
    assertTrue(read(TamboServer.tokenBody("t", expiresIn)).isEmpty());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"\"",
        "\" \"",
        "\"a b\"",
        "\"a\\r\\nb\"",
        "\"a\\tb\"",
        "\"a\\u0000b\"",
        "\"a\\u007f\"",
        "\"\u00e9\"",
        "\"\\ud83d\\ude00\"",
        "null",
        "5",
        "[\"t\"]",
        "{\"t\":1}"
      })
  @Attack("X14")
  void aTokenThatIsNotVisibleAsciiIsRefused(String json) {
    assertTrue(withToken(json).isEmpty());
  }

  @Test
  @Attack("X14")
  void aTokenOfMoreThan16KilobytesIsRefused() {
    assertTrue(withToken("\"" + "a".repeat(16 * 1024) + "\"").isPresent());
    assertTrue(withToken("\"" + "a".repeat(16 * 1024 + 1) + "\"").isEmpty());
  }

  @ParameterizedTest
  @ValueSource(strings = {"Bearer", "bearer", "BEARER"})
  @Attack("X12")
  void bearerIsReadInAnyCase(String type) {
    assertTrue(
        withTypes(",\"token_type\":\"%s\",\"issued_token_type\":\"%s\"".formatted(type, TYPE))
            .isPresent());
  }

  @ParameterizedTest
  @ValueSource(strings = {"\"mac\"", "\"N_A\"", "\"\"", "\"Bearer \"", "null", "1"})
  @Attack("X12")
  void anotherTokenTypeIsRefused(String json) {
    assertTrue(
        withTypes(",\"token_type\":%s,\"issued_token_type\":\"%s\"".formatted(json, TYPE))
            .isEmpty());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"urn:ietf:params:oauth:token-type:jwt\"",
        "\"urn:ietf:params:oauth:token-type:id_token\"",
        "\"URN:ietf:params:oauth:token-type:access_token\"",
        "null"
      })
  @Attack("X13")
  void anotherIssuedTokenTypeIsRefused(String json) {
    assertTrue(withTypes(",\"token_type\":\"Bearer\",\"issued_token_type\":" + json).isEmpty());
  }

  @Test
  @Attack({"X12", "X13"})
  void missingTypesAreRefused() {
    assertTrue(withTypes("").isEmpty());
    assertTrue(withTypes(",\"token_type\":\"Bearer\"").isEmpty());
    assertTrue(withTypes(",\"issued_token_type\":\"" + TYPE + "\"").isEmpty());
  }

  @Test
  @Attack("X10")
  void whatIsNotOneStrictJsonObjectIsRefused() {
    String good = TamboServer.tokenBody("t", "3600");
    assertTrue(read("").isEmpty());
    assertTrue(read("[" + good + "]").isEmpty());
    assertTrue(read(good + "x").isEmpty());
    assertTrue(read("\ufeff" + good).isEmpty());
    assertTrue(read(good.replace("{", "{\"access_token\":\"first\",")).isEmpty());
    assertTrue(TokenResponse.read(good.getBytes(StandardCharsets.UTF_16)).isEmpty());
    String accented = good.replace("{", "{\"scope\":\"\u00e9\",");
    assertTrue(TokenResponse.read(accented.getBytes(StandardCharsets.UTF_8)).isPresent());
    assertTrue(TokenResponse.read(accented.getBytes(StandardCharsets.ISO_8859_1)).isEmpty());
    assertTrue(read("<html>" + good).isEmpty());
  }

  @Test
  void theTokenIsNotPrinted() {
    assertFalse(withToken("\"canary\"").orElseThrow().toString().contains("canary"));
  }
}
