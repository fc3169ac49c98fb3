package co.tambo.auth.internal.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import co.tambo.auth.internal.jose.JwsAlgorithm;
import co.tambo.auth.parts.Attack;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ConfiguredKeysTest {

  private static final String TEXT_32 = "Kq7-vX2_mB9.tR4~wZ6!pL1@sD8#fG3$";
  private static final String BASE64_32 = "base64:q83vEjRWeJCrze8SNFZ4kKvN7xI0VniQq83vEjRWeJA=";

  @Nested
  class PublicKey {

    private static Policy with(String key, String... others) {
      Map<String, String> values =
          Reading.map(
              "tambo.verification", "public-key",
              "tambo.issuer", "https://idp.example",
              "tambo.audience", "api",
              "tambo.public-key", key);
      values.putAll(Reading.map(others));
      return Reading.of(values);
    }

    private static String problem(String key) {
      return Reading.problemWithToken("tambo.verification", "public-key", "tambo.public-key", key);
    }

    @Test
    void isReadFromText() {
      ProviderSettings provider = with(TestKeys.RSA).providers().get(0);
      assertEquals(1, provider.keys().size());
      assertEquals(EnumSet.range(JwsAlgorithm.RS256, JwsAlgorithm.EDDSA), provider.algorithms());
    }

    @Test
    void isReadFromAFile(@TempDir Path folder) throws IOException {
      Path file = Files.writeString(folder.resolve("key.pem"), TestKeys.RSA);
      assertEquals(with(TestKeys.RSA), with("file:" + file));
      assertEquals(with(TestKeys.RSA), with(file.toUri().toString()));
    }

    @Test
    void isReadFromTheClassPath(@TempDir Path folder) throws IOException {
      Files.writeString(folder.resolve("key.pem"), TestKeys.RSA);
      Thread thread = Thread.currentThread();
      ClassLoader before = thread.getContextClassLoader();
      try (var loader = new URLClassLoader(new URL[] {folder.toUri().toURL()})) {
        thread.setContextClassLoader(loader);
        assertEquals(with(TestKeys.RSA), with("classpath:/key.pem"));
      } finally {
        thread.setContextClassLoader(before);
      }
    }

    @ParameterizedTest
    @ValueSource(
        strings = {"file:/no/such/key.pem", "classpath:no/such.pem", "file:", "file://host/x"})
    @Attack("L01")
    void thatCannotBeReadIsAProblemThatNamesThePath(String reference) {
      String problem = problem(reference);
      assertTrue(problem.startsWith("tambo.public-key=" + reference + " (init-param): "), problem);
    }

    @Test
    void fileThatIsTooLongIsAProblem(@TempDir Path folder) throws IOException {
      Path file = Files.writeString(folder.resolve("key.pem"), "x".repeat(100_001));
      assertTrue(problem("file:" + file).contains("100000 bytes"));
    }

    @Test
    @Attack({"L01", "I07"})
    void thatIsNoKeyIsAProblemThatHidesIt() {
      String problem = problem("hush");
      assertTrue(
          problem.startsWith("tambo.public-key=**** (init-param): it holds no key"), problem);
      assertFalse(problem.contains("hush"));
    }

    @Test
    @Attack("L01")
    void cannotBeLeftOut() {
      String problem = Reading.problemWithToken("tambo.verification", "public-key");
      assertTrue(problem.startsWith("tambo.public-key is missing"), problem);
    }

    @Test
    void allowsToTurnTheIssuerOffAloud() {
      Policy policy = with(TestKeys.RSA, "tambo.issuer", "none");
      assertEquals(Set.of(), policy.providers().get(0).issuers());
      assertEquals(List.of("TAMBO-904"), Reading.codes(policy));
    }

    @Test
    void takesAnyIssuer() {
      assertEquals(
          Set.of("urn:idp", "http://idp.example"),
          with(TestKeys.RSA, "tambo.issuer", "urn:idp,http://idp.example")
              .providers()
              .get(0)
              .issuers());
    }

    @Test
    void takesNoPlainIssuerInProduction() {
      String problem =
          Reading.problemWithToken(
              "tambo.verification", "public-key",
              "tambo.public-key", TestKeys.RSA,
              "tambo.issuer", "http://idp.example",
              "tambo.environment", "production");
      assertTrue(problem.startsWith("tambo.issuer="), problem);
    }

    @Test
    void thatTamboCannotUseIsWarnedOf() {
      assertEquals(
          List.of("TAMBO-922"), Reading.codes(with(TestKeys.ED25519, "tambo.api-key", "k")));
      assertEquals(List.of(), Reading.codes(with(TestKeys.ED25519)));
    }

    @Test
    void thatNoAlgorithmFitsIsAProblem() {
      String problem =
          Reading.problemWithToken(
              "tambo.verification", "public-key",
              "tambo.public-key", TestKeys.RSA,
              "tambo.algorithms", "ES256");
      assertTrue(problem.startsWith("tambo.public-key=****"), problem);
    }
  }

  @Nested
  class Secret {

    private static Policy with(String secret, String... others) {
      Map<String, String> values =
          Reading.map(
              "tambo.verification", "secret",
              "tambo.issuer", "https://idp.example",
              "tambo.audience", "api",
              "tambo.secret", secret);
      values.putAll(Reading.map(others));
      return Reading.of(values);
    }

    private static String problem(String secret) {
      return Reading.problemWithToken("tambo.verification", "secret", "tambo.secret", secret);
    }

    @ParameterizedTest
    @ValueSource(
        strings = {TEXT_32, BASE64_32, "base64url:q83vEjRWeJCrze8SNFZ4kKvN7xI0VniQq83vEjRWeJA"})
    void serves(String secret) {
      Policy policy = with(secret);
      assertEquals(1, policy.providers().get(0).keys().size());
      assertEquals(Set.of(JwsAlgorithm.HS256), policy.providers().get(0).algorithms());
      assertEquals(List.of("TAMBO-905"), Reading.codes(policy));
    }

    @Test
    void ofSixtyFourBytesServesAll() {
      assertEquals(
          EnumSet.range(JwsAlgorithm.HS256, JwsAlgorithm.HS512),
          with(TEXT_32 + "Hn5%jC0^yV7&uM2*eQ9(xT4)oA6-iE1=").providers().get(0).algorithms());
    }

    @ParameterizedTest
    @ValueSource(strings = {"hush", "base64:hush!", "base64url:a+b", "base64:", "base64:aHVzaA=="})
    void thatCannotServeIsAProblemThatHidesIt(String secret) {
      String problem = problem(secret);
      assertTrue(problem.startsWith("tambo.secret=**** (init-param): "), problem);
      assertFalse(problem.contains("hush"), problem);
    }

    @Test
    @Attack("L01")
    void cannotBeLeftOut() {
      String problem = Reading.problemWithToken("tambo.verification", "secret");
      assertTrue(problem.startsWith("tambo.secret is missing"), problem);
    }

    @Test
    void tooShortForANamedAlgorithmIsAProblem() {
      String problem =
          Reading.problemWithToken(
              "tambo.verification", "secret",
              "tambo.secret", TEXT_32,
              "tambo.algorithms", "HS256,HS512");
      assertTrue(problem.startsWith("tambo.algorithms=HS256,HS512"), problem);
    }

    @Test
    void goesWithNoPublicAlgorithm() {
      String problem =
          Reading.problemWithToken(
              "tambo.verification", "secret",
              "tambo.secret", TEXT_32,
              "tambo.algorithms", "RS256");
      assertTrue(problem.startsWith("tambo.algorithms=RS256"), problem);
    }

    @ParameterizedTest
    @CsvSource({
      TEXT_32 + ", TAMBO-905",
      BASE64_32 + ", 'TAMBO-905,TAMBO-924'",
      "äöüÄÖÜßéèêàâîôûç, 'TAMBO-905,TAMBO-924'",
    })
    void thatTamboCannotHoldIsWarnedOf(String secret, String codes) {
      assertEquals(codes, String.join(",", Reading.codes(with(secret, "tambo.api-key", "k"))));
    }

    @Test
    void isNotPrinted() {
      Policy policy = with(TEXT_32);
      String printed = policy + policy.providers().toString() + policy.warnings();
      assertFalse(printed.contains(TEXT_32) || printed.contains("vX2_mB9"), printed);
    }
  }
}
