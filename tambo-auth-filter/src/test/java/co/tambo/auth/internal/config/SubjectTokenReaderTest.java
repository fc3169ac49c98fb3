package co.tambo.auth.internal.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import co.tambo.auth.internal.jose.SigningSecret;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SubjectTokenReaderTest {

  private static final String SECRET = "canary-between-us-and-the-project";
  private static final String KEY = "tambo.exchange.subject-token";
  private static final String SECRET_KEY = "tambo.exchange.signing-secret";

  private static Map<String, String> signed(String... more) {
    Map<String, String> values =
        Reading.map(
            "tambo.issuer",
            "https://idp.example",
            "tambo.audience",
            "api",
            "tambo.api-key",
            "tambo_k",
            KEY,
            "signed",
            SECRET_KEY,
            SECRET);
    values.putAll(Reading.map(more));
    return values;
  }

  private static void assertProblem(String expected, Map<String, String> values) {
    List<String> problems = Reading.problems(values);
    assertEquals(1, problems.size(), problems::toString);
    assertTrue(problems.get(0).startsWith(expected), problems::toString);
    assertFalse(problems.get(0).contains("canary"), problems::toString);
  }

  @Test
  void originalTokenGoesOutUnlessToldOtherwise() {
    assertNull(Reading.withToken("tambo.api-key", "k").exchange().signingSecret());
    assertNull(Reading.withToken("tambo.api-key", "k", KEY, "original").exchange().signingSecret());
    assertNull(Reading.withToken(KEY, "original").exchange().signingSecret());
  }

  @Test
  void secretIsTheTextAsItStands() {
    ExchangeSettings exchange = Reading.of(signed()).exchange();
    assertEquals(SigningSecret.of(SECRET), exchange.signingSecret());
    assertFalse(exchange.toString().contains("canary"));
  }

  @Test
  void anotherWordIsAProblem() {
    String problem = Reading.problemWithToken("tambo.api-key", "k", KEY, "singed");
    assertTrue(problem.contains("must be one of original, signed; did you mean signed?"), problem);
  }

  @Test
  void signedNeedsASecret() {
    assertProblem(SECRET_KEY + " is missing (looked in init-param): ", signed(SECRET_KEY, ""));
  }

  @ParameterizedTest
  @ValueSource(strings = {"original", ""})
  void secretIsNotUsedWithTheOriginal(String word) {
    assertProblem(SECRET_KEY + "=**** (init-param): is not used with", signed(KEY, word));
  }

  @ParameterizedTest
  @CsvSource({"tambo.exchange, off", "tambo.api-key, ''"})
  void nothingIsSignedWhileNothingIsExchanged(String key, String value) {
    assertProblem(KEY + "=signed (init-param): is not used while", signed(key, value));
  }

  @Test
  void whatNobodyVerifiedIsNotVouchedFor() {
    assertProblem(
        KEY + "=signed (init-param): tambo.verification=none verifies nothing here",
        signed("tambo.verification", "none"));
  }

  @Test
  void whatTamboVerifiesIsNotVouchedFor() {
    assertProblem(
        KEY + "=signed (init-param): tambo.verification=tambo verifies nothing here",
        signed("tambo.verification", "tambo", "tambo.issuer", "", "tambo.audience", ""));
  }

  @Test
  void oneProviderThatVerifiesNothingIsEnough() {
    Map<String, String> values =
        signed(
            "tambo.providers", "good,lax",
            "tambo.issuer", "",
            "tambo.provider.good.issuer", "https://good.example",
            "tambo.provider.lax.issuer", "https://lax.example",
            "tambo.provider.lax.verification", "none");
    assertProblem(KEY + "=signed (init-param): tambo.verification=none", values);
  }

  @Test
  void everyProblemIsNamedAtOnce() {
    List<String> problems =
        Reading.problems(signed("tambo.verification", "none", SECRET_KEY, "canary"));
    assertEquals(2, problems.size(), problems::toString);
  }

  @ParameterizedTest
  @CsvSource({
    "canary-of-thirty-one-characters, has 31 characters",
    "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx, one byte all through",
    "your-super-secret-jwt-token-with-at-least-32-characters-long, publicly known",
    "base64:q83vEjRWeJCrze8SNFZ4kKvN7xI0VniQq83vEjRWeJA=, is used as text",
    "base64url:q83vEjRWeJCrze8SNFZ4kKvN7xI0VniQq83vEjRWeJA, is used as text"
  })
  void weakSecretIsAProblemThatHidesIt(String secret, String word) {
    assertProblem(SECRET_KEY + "=**** (init-param): ", signed(SECRET_KEY, secret));
    String problem = Reading.problems(signed(SECRET_KEY, secret)).get(0);
    assertTrue(problem.contains(word) && !problem.contains(secret), problem);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "canary-between-us-and-the-project",
        "base64:Y2FuYXJ5LWJldHdlZW4tdXMtYW5kLXRoZS1wcm9qZWN0"
      })
  void secretOfAProviderDoesNotSign(String providers) {
    assertProblem(
        SECRET_KEY + "=**** (init-param): is the secret of provider default too",
        signed("tambo.verification", "secret", "tambo.secret", providers));
  }

  @Test
  void anotherSecretOfAProviderIsNoMatter() {
    Policy policy =
        Reading.of(signed("tambo.verification", "secret", "tambo.secret", "another-" + SECRET));
    assertEquals(List.of("TAMBO-905"), Reading.codes(policy));
  }

  @Test
  void applicationThatHasOnlyUserKeysMayShareTheSetting() {
    Policy policy =
        Reading.of(signed("tambo.user-key", "principal", "tambo.issuer", "", "tambo.audience", ""));
    assertEquals(List.of(), policy.providers());
  }
}
