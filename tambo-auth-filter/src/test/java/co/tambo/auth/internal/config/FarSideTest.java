package co.tambo.auth.internal.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import co.tambo.auth.parts.Attack;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class FarSideTest {

  private static String codes(String... keysAndValues) {
    return String.join(",", Reading.codes(Reading.withToken(keysAndValues)));
  }

  @ParameterizedTest
  @CsvSource({
    "https://idp.example, ''",
    "https://idp.example:8443, ''",
    "https://idp.example/realms/x, TAMBO-921",
    "https://idp.example/, TAMBO-921",
  })
  void issuerWithAPathIsWarnedOf(String issuer, String codes) {
    assertEquals(codes, codes("tambo.issuer", issuer, "tambo.api-key", "k"));
  }

  @Test
  void nothingIsWarnedOfWithoutTheExchange() {
    String[] limits = {
      "tambo.issuer", "https://idp.example/a,https://idp.example/b", "tambo.algorithms", "EdDSA"
    };
    assertEquals("", codes(limits));
  }

  @ParameterizedTest
  @CsvSource({"'RS256,EdDSA', TAMBO-922", "Ed25519, TAMBO-922", "RS256, ''"})
  @Attack("X23")
  void eddsaIsWarnedOfWhereItIsAskedFor(String algorithms, String codes) {
    assertEquals(codes, codes("tambo.algorithms", algorithms, "tambo.api-key", "k"));
  }

  @Test
  void eddsaAmongTheDefaultsIsNoWarning() {
    assertEquals("", codes("tambo.api-key", "k"));
  }

  @ParameterizedTest
  @CsvSource({
    "'https://idp.example,https://idp.example:8443', TAMBO-923",
    "'https://idp.example,https://IDP.example', TAMBO-923",
    "'https://a.example,https://b.example', ''",
  })
  void issuersOnOneHostAreWarnedOf(String issuers, String codes) {
    assertEquals(codes, codes("tambo.issuer", issuers, "tambo.api-key", "k"));
  }

  @ParameterizedTest
  @CsvSource({
    "tambo.issuer, https://idp.example/realms/x, ''",
    "tambo.algorithms, EdDSA, ''",
    "tambo.issuer, 'https://idp.example/a,https://idp.example/b', TAMBO-923",
  })
  void signedTokenHasTheLimitsOfItsContextKeyOnly(String key, String value, String codes) {
    String[] signed = {
      "tambo.api-key",
      "k",
      "tambo.exchange.subject-token",
      "signed",
      "tambo.exchange.signing-secret",
      "between-us-and-the-Tambo-project",
      key,
      value
    };
    assertEquals(codes, codes(signed));
  }

  @ParameterizedTest
  @CsvSource({"original, 'TAMBO-905,TAMBO-924'", "signed, TAMBO-905"})
  void secretThatTamboCannotHoldIsNoMatterWithASignedToken(String subjectToken, String codes) {
    String[] settings = {
      "tambo.verification", "secret",
      "tambo.secret", "base64:q83vEjRWeJCrze8SNFZ4kKvN7xI0VniQq83vEjRWeJA=",
      "tambo.api-key", "k",
      "tambo.exchange.subject-token", subjectToken,
      "tambo.exchange.signing-secret",
          subjectToken.equals("signed") ? "between-us-and-the-Tambo-project" : ""
    };
    assertEquals(codes, codes(settings));
  }

  @ParameterizedTest
  @EnumSource(names = {"ISSUER_WITH_PATH", "EDDSA", "SECRET_TOO_SHORT_FOR_TAMBO"})
  void remedyIsToSignHere(ConfigWarning warning) {
    String message = warning.about("tambo.x").message();
    assertTrue(message.contains("tambo.exchange.subject-token=signed"), message);
  }

  @Test
  void issuersOnOneHostAreWarnedOfAcrossProviders() {
    Policy policy =
        Reading.of(
            "tambo.providers", "a,b",
            "tambo.audience", "api",
            "tambo.api-key", "k",
            "tambo.provider.a.issuer", "https://idp.example",
            "tambo.provider.b.issuer", "https://idp.example:8443");
    assertEquals(List.of("TAMBO-923"), Reading.codes(policy));
  }

  @ParameterizedTest
  @CsvSource({
    "'https://login.microsoftonline.com/a/v2.0,https://login.microsoftonline.com/b/v2.0'",
    "'https://accounts.google.com,accounts.google.com'",
  })
  void issuersWhoseUsersTamboTellsApartAreNoWarning(String issuers) {
    String codes =
        codes(
            "tambo.issuer", issuers,
            "tambo.jwks-url", "https://keys.example/jwks",
            "tambo.api-key", "k");
    assertEquals("", codes.replaceAll("TAMBO-921,?", ""));
  }

  private static final String[] OPAQUE = {
    "tambo.introspection-url", "https://idp.example/introspect",
    "tambo.client-id", "c",
    "tambo.client-secret", "s"
  };

  private static List<String> codesOfOpaque(String... more) {
    List<String> settings = new ArrayList<>(List.of(OPAQUE));
    settings.addAll(List.of(more));
    return Reading.codes(Reading.of(settings.toArray(String[]::new)));
  }

  @Test
  void opaqueTokensThatAreExchangedAreWarnedOf() {
    assertEquals(List.of(), codesOfOpaque());
    assertEquals(List.of(), codesOfOpaque("tambo.api-key", "k", "tambo.exchange", "off"));
    assertEquals(List.of("TAMBO-927"), codesOfOpaque("tambo.api-key", "k"));
  }

  @Test
  void warningNamesTheUserInfoEndpointThatTamboNeeds() {
    Policy policy =
        Reading.of("tambo.userinfo-url", "https://idp.example/me", "tambo.api-key", "k");
    assertTrue(
        policy.warnings().stream()
            .anyMatch(warning -> warning.message().contains("to https://idp.example/me; or")),
        () -> policy.warnings().toString());
  }

  @Test
  void opaqueTokensOfSeveralIssuersAreWarnedOfOnce() {
    String[] more = {
      "tambo.issuer", "https://a.example,https://b.example",
      "tambo.audience", "api",
      "tambo.api-key", "k"
    };
    assertEquals(List.of("TAMBO-927"), codesOfOpaque(more));
  }
}
