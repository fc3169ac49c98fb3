package co.tambo.auth.internal.config;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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
}
