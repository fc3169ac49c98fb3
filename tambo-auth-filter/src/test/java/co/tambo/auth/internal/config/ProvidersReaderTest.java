package co.tambo.auth.internal.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ProvidersReaderTest {

  private static Map<String, String> two(String... keysAndValues) {
    Map<String, String> values =
        Reading.map(
            "tambo.providers", "a, b-2",
            "tambo.audience", "api",
            "tambo.provider.a.issuer", "https://a.example",
            "tambo.provider.b-2.issuer", "https://b.example");
    values.putAll(Reading.map(keysAndValues));
    return values;
  }

  private static String problem(String... keysAndValues) {
    List<String> problems = Reading.problems(two(keysAndValues));
    assertEquals(1, problems.size(), () -> "problems: " + problems);
    return problems.get(0);
  }

  @Test
  void eachHasItsOwnRules() {
    List<ProviderSettings> providers =
        Reading.of(
                two("tambo.provider.a.audience", "own", "tambo.provider.a.roles-claim", "groups"))
            .providers();
    assertEquals("a", providers.get(0).name());
    assertEquals("b-2", providers.get(1).name());
    assertEquals(Set.of("https://b.example"), providers.get(1).issuers());
    assertEquals(Set.of("own"), providers.get(0).audiences());
    assertEquals("groups", providers.get(0).rolesClaim());
  }

  @Test
  void plainKeyServesThoseWithoutTheirOwn() {
    List<ProviderSettings> providers =
        Reading.of(two("tambo.clock-skew", "PT1S", "tambo.provider.a.clock-skew", "PT2S"))
            .providers();
    assertEquals(Duration.ofSeconds(2), providers.get(0).clockSkew());
    assertEquals(Duration.ofSeconds(1), providers.get(1).clockSkew());
    assertEquals(Set.of("api"), providers.get(1).audiences());
  }

  @Test
  void noneOfAProviderTurnsThePlainKeyOff() {
    List<ProviderSettings> providers =
        Reading.of(two("tambo.required-scopes", "s", "tambo.provider.a.required-scopes", "none"))
            .providers();
    assertEquals(Set.of(), providers.get(0).requiredScopes());
    assertEquals(Set.of("s"), providers.get(1).requiredScopes());
  }

  @ParameterizedTest
  @CsvSource({
    "tambo.issuer, https://c.example",
    "tambo.jwks-url, https://c.example/jwks",
    "tambo.public-key, x",
    "tambo.secret, x",
  })
  void plainIssuerOrKeyIsAProblem(String key, String value) {
    String problem = problem(key, value);
    assertTrue(problem.startsWith(key + "="), problem);
    assertTrue(problem.endsWith("use tambo.provider.NAME" + key.substring(5)), problem);
  }

  @Test
  void oneIssuerOfTwoIsAProblem() {
    String problem = problem("tambo.provider.b-2.issuer", "https://a.example");
    assertTrue(problem.startsWith("tambo.provider.b-2.issuer="), problem);
    assertTrue(problem.endsWith("https://a.example is the issuer of provider a too"), problem);
  }

  @Test
  void anyIssuerBesideAnotherIsAProblem() {
    String problem =
        problem("tambo.provider.b-2.verification", "none", "tambo.provider.b-2.issuer", "none");
    assertTrue(problem.startsWith("tambo.provider.b-2.issuer: beside other providers"), problem);
  }

  @Test
  void missingIssuerIsNamedByItsOwnKey() {
    String problem = problem("tambo.provider.b-2.issuer", "");
    assertTrue(problem.startsWith("tambo.provider.b-2.issuer is missing"), problem);
  }

  @ParameterizedTest
  @ValueSource(strings = {"A", "a b", "a.b", "a_b", "a,,b", "ä"})
  void nameOfAnotherFormIsAProblem(String name) {
    List<String> problems = Reading.problems("tambo.providers", name);
    assertTrue(problems.get(0).startsWith("tambo.providers=" + name), problems.get(0));
  }

  @Test
  void warningNamesTheProvidersKey() {
    Policy policy = Reading.of(two("tambo.provider.a.audience", "none"));
    assertTrue(policy.warnings().get(0).message().startsWith("tambo.provider.a.audience is none"));
  }

  @Test
  void onlyOneCanHaveOpaqueTokens() {
    String problem =
        problem(
            "tambo.provider.a.userinfo-url", "https://a.example/me",
            "tambo.provider.b-2.userinfo-url", "https://b.example/me");
    assertTrue(
        problem.startsWith(
            "tambo.provider.b-2.introspection-url or tambo.provider.b-2.userinfo-url: an opaque"
                + " token does not say whose it is"),
        problem);
    assertTrue(problem.contains("provider a does"), problem);
  }

  @Test
  void issuersOfOneProviderShareItsOpaqueTokens() {
    List<ProviderSettings> providers =
        Reading.of(
                two(
                    "tambo.provider.a.issuer", "https://a.example,https://c.example",
                    "tambo.provider.a.userinfo-url", "https://a.example/me"))
            .providers();
    assertEquals(3, providers.size());
  }
}
