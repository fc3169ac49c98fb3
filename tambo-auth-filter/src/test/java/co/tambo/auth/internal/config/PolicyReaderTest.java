package co.tambo.auth.internal.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import co.tambo.auth.AccessMode;
import co.tambo.auth.TamboAuthConfig;
import co.tambo.auth.internal.config.CredentialSource.Place;
import co.tambo.auth.internal.config.ExchangeSettings.Mode;
import co.tambo.auth.internal.jose.JwsAlgorithm;
import co.tambo.auth.internal.jose.SigningSecret;
import co.tambo.auth.internal.providers.ProviderRules;
import co.tambo.auth.parts.Attack;
import java.net.URI;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class PolicyReaderTest {

  private static final String SIGNING_SECRET = "hush-hush-hush-hush-hush-hush-32";

  private static final Map<String, String> EVERYTHING =
      Reading.map(
          "tambo.user-token", "cookie:sid",
          "tambo.user-key", "attribute:key",
          "tambo.verification", "discovery",
          "tambo.environment", "production",
          "tambo.issuer", "https://idp.example",
          "tambo.audience", "api,shop",
          "tambo.authorized-parties", "spa",
          "tambo.jwks-url", "https://idp.example/keys",
          "tambo.algorithms", "ES256",
          "tambo.clock-skew", "PT1S",
          "tambo.keys.refresh", "PT2M",
          "tambo.keys.horizon", "PT3M",
          "tambo.http.block-private-addresses", "true",
          "tambo.name-claim", "email",
          "tambo.roles-claim", "groups",
          "tambo.tenant-claim", "/org/id",
          "tambo.tenant", "acme",
          "tambo.required-scopes", "read,write",
          "tambo.api-key", "tambo_k",
          "tambo.url", "https://tambo.example",
          "tambo.exchange", "required",
          "tambo.exchange.subject-token", "signed",
          "tambo.exchange.signing-secret", SIGNING_SECRET,
          "tambo.exchange.timeout", "PT4S",
          "tambo.access", "optional",
          "tambo.public-paths", "/p/*",
          "tambo.optional-paths", "*.css",
          "tambo.cors-preflight", "pass",
          "tambo.allowed-origins", "https://app.example",
          "tambo.container-login", "true",
          "tambo.realm", "shop");

  @Test
  void everySettingIsReadBack() {
    Policy policy = Reading.of(EVERYTHING);
    assertEquals(List.of(new CredentialSource(Place.COOKIE, "sid")), policy.userTokens());
    assertEquals(List.of(new CredentialSource(Place.ATTRIBUTE, "key")), policy.userKeys());
    assertEquals(
        List.of(
            new ProviderSettings(
                "default",
                Verification.DISCOVERY,
                null,
                Set.of("https://idp.example"),
                Set.of("api", "shop"),
                Set.of("spa"),
                Set.of("acme"),
                URI.create("https://idp.example/keys"),
                List.of(),
                Set.of(JwsAlgorithm.ES256),
                Duration.ofSeconds(1),
                "email",
                "groups",
                "/org/id",
                Set.of("read", "write"),
                ProviderRules.general(),
                null,
                null)),
        policy.providers());
  }

  @Test
  void everySettingOfTheOtherPartsIsReadBack() {
    Policy policy = Reading.of(EVERYTHING);
    assertEquals(
        new ExchangeSettings(
            Mode.REQUIRED,
            URI.create("https://tambo.example"),
            "tambo_k",
            SigningSecret.of(SIGNING_SECRET),
            Duration.ofSeconds(4)),
        policy.exchange());
    assertEquals(
        new AccessSettings(
            AccessMode.OPTIONAL,
            List.of("/p/*"),
            List.of("*.css"),
            true,
            Set.of("https://app.example"),
            true,
            "shop"),
        policy.access());
    assertEquals(
        new KeySettings(Duration.ofMinutes(2), Duration.ofMinutes(3), true), policy.keys());
  }

  @Test
  void everySettingIsAmongThoseReadBackHereOrInTestsOfItsOwn() {
    Set<String> keys = new TreeSet<>(EVERYTHING.keySet());
    keys.addAll(List.of("tambo.public-key", "tambo.secret", "tambo.providers"));
    keys.addAll(List.of("tambo.preset", "tambo.domain", "tambo.client-id", "tambo.client-secret"));
    keys.addAll(List.of("tambo.introspection-url", "tambo.userinfo-url"));
    keys.addAll(List.of("tambo.session-secret", "tambo.allow"));
    assertEquals(new TreeSet<>(Arrays.stream(Setting.values()).map(Setting::key).toList()), keys);
  }

  @Test
  void unsetSettingHasItsDefault() {
    Policy policy = Reading.withToken();
    assertEquals(List.of(new CredentialSource(Place.HEADER, "Authorization")), policy.userTokens());
    assertEquals(List.of(), policy.userKeys());
    assertEquals(
        new ExchangeSettings(
            Mode.OFF, URI.create("https://api.tambo.co"), null, null, Duration.ofSeconds(10)),
        policy.exchange());
    assertEquals(
        new AccessSettings(
            AccessMode.REQUIRED, List.of(), List.of(), false, Set.of(), false, "tambo"),
        policy.access());
    assertEquals(new KeySettings(Duration.ofMinutes(5), Duration.ofHours(4), false), policy.keys());
    assertEquals(List.of(), policy.warnings());
  }

  @Test
  void unsetSettingOfAProviderHasItsDefault() {
    ProviderSettings provider = Reading.provider();
    assertEquals("default", provider.name());
    assertEquals(Duration.ofSeconds(30), provider.clockSkew());
    assertEquals("sub", provider.nameClaim());
    assertEquals(Set.of(), provider.requiredScopes());
    assertEquals(Set.of(), provider.authorizedParties());
  }

  @Test
  void allProblemsAreNamedAtOnce() {
    List<String> problems =
        Reading.problems(
            "tambo.issuer", "http://idp.example",
            "tambo.audiance", "api",
            "tambo.access", "requierd",
            "tambo.clock-skew", "PT6M",
            "tambo.url", "ftp://x",
            "tambo.user-key", "cookie:x",
            "tambo.keys.refresh", "1");
    for (String key :
        List.of(
            "tambo.issuer=",
            "tambo.audiance ",
            "tambo.audience is missing",
            "tambo.access=",
            "tambo.clock-skew=",
            "tambo.url=",
            "tambo.user-key=",
            "tambo.keys.refresh=")) {
      assertEquals(1, problems.stream().filter(p -> p.startsWith(key)).count(), key);
    }
    assertEquals(8, problems.size());
  }

  @Test
  void messageOfAValueIsOneLine() {
    assertFalse(Reading.problemWithToken("tambo.access", "a\r\nb\u0085").contains("\n"));
  }

  @Test
  void longValueIsCutShort() {
    assertTrue(Reading.problemWithToken("tambo.access", "x".repeat(5000)).length() < 500);
  }

  @Test
  void secretWithAPlaceholderSignIsNotPrinted() {
    String problem = Reading.problemWithToken("tambo.api-key", "tambo_${hush}x");
    assertFalse(problem.contains("hush"), problem);
  }

  @Test
  void placeholderThatStandsForASecretIsNamed() {
    String problem = Reading.problemWithToken("tambo.api-key", "${VAULT_KEY}");
    assertTrue(problem.contains("${VAULT_KEY}"), problem);
  }

  @Test
  @Attack("I07")
  void descriptionSaysThePolicyWithSecretsMasked() {
    String description = Reading.of(EVERYTHING).description();
    for (String part :
        List.of(
            "User token: cookie:sid; user key: attribute:key.",
            "verification discovery, issuer https://idp.example",
            "required at https://tambo.example with API key ****, subject token signed, secret ****,",
            "Access: optional; public paths: /p/*; optional paths: *.css",
            "only from https://app.example")) {
      assertTrue(description.contains(part), description);
    }
    assertFalse(description.contains("tambo_k"));
    assertFalse(description.contains("hush"));
    assertFalse(description.contains("\n"));
  }

  @Test
  void descriptionSaysWhereCookiesMayComeFromWhenThatIsUnset() {
    String unset = "tambo.allowed-origins is unset";
    assertTrue(Reading.withToken("tambo.user-token", "cookie:a").description().contains(unset));
    assertFalse(Reading.withToken().description().contains(unset));
  }

  @Test
  void configurationsAreEqualWhenEverySettingIs() {
    TamboAuthConfig config = TamboAuthConfig.of(EVERYTHING);
    Map<String, String> other = Reading.map();
    other.putAll(EVERYTHING);
    other.put("tambo.api-key", "tambo_other");
    assertEquals(TamboAuthConfig.of(EVERYTHING), config);
    assertNotEquals(TamboAuthConfig.of(other), config);
    other.putAll(EVERYTHING);
    other.put("tambo.exchange.signing-secret", SIGNING_SECRET + "3");
    assertNotEquals(TamboAuthConfig.of(other), config);
    assertEquals(Reading.of(EVERYTHING).description(), config.toString());
  }
}
