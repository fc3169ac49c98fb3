package co.tambo.auth.internal.jose;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import co.tambo.auth.internal.jose.KeyMaterial.Admitted;
import co.tambo.auth.internal.json.Json;
import co.tambo.auth.internal.time.TestTime;
import co.tambo.auth.parts.Attack;
import java.security.KeyPair;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ConfiguredKeysTest {

  private static final Set<JwsAlgorithm> ALL = EnumSet.allOf(JwsAlgorithm.class);
  private static final String RSA_PEM = pem(TestKeys.RSA);
  private static final String EC_PEM = pem(TestKeys.P256);

  private static String pem(KeyPair pair) {
    return TestKeys.pem("PUBLIC KEY", pair.getPublic().getEncoded());
  }

  private static Admitted admitted(String text) {
    return KeyMaterial.fromConfiguredText(text, ALL, new TestTime().now());
  }

  private static void assertNothing(String problem, String text) {
    assertEquals(new Admitted(List.of(), List.of(problem)), admitted(text));
  }

  @Nested
  class Pem {

    @ParameterizedTest
    @CsvSource({"RS256, 6", "ES256, 1", "ES384, 1", "ES512, 1", "EDDSA, 1"})
    @Attack("K21")
    void publicKeyIsRead(JwsAlgorithm algorithm, int count) {
      Admitted admitted = admitted(pem(TestKeys.pairOf(algorithm)));
      assertEquals(List.of(), admitted.problems());
      assertEquals(count, admitted.keys().get(0).algorithms().size());
      assertTrue(admitted.keys().get(0).algorithms().contains(algorithm));
    }

    @Test
    @Attack("K21")
    void sameKeyIsReadWhateverTheLinesLookLike() {
      Admitted key = admitted(RSA_PEM);
      assertEquals(key, admitted(RSA_PEM.replace("\n", "\r\n")));
      assertEquals(key, admitted(RSA_PEM.replace("\n", "\\n")));
      assertEquals(key, admitted(RSA_PEM.replace("\n", " ")));
      assertEquals(key, admitted("\n\n  " + RSA_PEM.replace("\n", "\n  ").strip()));
    }

    @Test
    @Attack("K21")
    void textAroundABlockIsLeftAlone() {
      assertEquals(
          admitted(RSA_PEM), admitted("subject=CN=issuer\nMII\n" + RSA_PEM + "\n# the end"));
    }

    @Test
    @Attack("K21")
    void everyBlockIsUsed() {
      Admitted admitted = admitted(RSA_PEM + EC_PEM);
      assertEquals(2, admitted.keys().size());
      assertEquals(List.of(), admitted.problems());
    }

    @Test
    void oneBadBlockDoesNotSpoilTheOther() {
      Admitted admitted = admitted(TestKeys.pem("PUBLIC KEY", new byte[30]) + EC_PEM);
      assertEquals(admitted(EC_PEM).keys(), admitted.keys());
      assertTrue(admitted.problems().get(0).startsWith("Key 1 is left out: "));
    }

    @Test
    void pkcs1IsRefusedWithTheCommandThatConvertsIt() {
      String problem = admitted(TestKeys.pem("RSA PUBLIC KEY", new byte[30])).problems().get(0);
      assertTrue(problem.contains("openssl rsa -RSAPublicKey_in"));
    }

    @ParameterizedTest
    @ValueSource(
        strings = {"PRIVATE KEY", "RSA PRIVATE KEY", "EC PRIVATE KEY", "ENCRYPTED PRIVATE KEY"})
    @Attack("K21")
    void privateKeyAnywhereGivesNoKeyAndIsNotPrinted(String label) {
      String text = EC_PEM + TestKeys.pem(label, TestKeys.P256.getPrivate().getEncoded());
      Admitted admitted = admitted(text);
      assertEquals(List.of(), admitted.keys());
      assertTrue(admitted.problems().get(0).startsWith("The text holds a private key;"));
      assertFalse(admitted.problems().toString().contains("MI"));
    }

    @Test
    void labelOfAnotherKindIsRefused() {
      assertNothing(
          "Key 1 is left out: its label is not PUBLIC KEY and not CERTIFICATE.",
          TestKeys.pem("CERTIFICATE REQUEST", new byte[30]));
    }

    @Test
    void certificateThatIsNoneIsRefused() {
      assertNothing(
          "Key 1 is left out: it is not an X.509 certificate.",
          TestKeys.pem("CERTIFICATE", new byte[30]));
    }

    @Test
    void blockWithoutEndIsRefused() {
      assertNothing(
          "The text cannot be read: its PEM block has no end.", RSA_PEM.replace("END", "end"));
    }

    @Test
    void blockWhoseFirstLineRunsIntoItsLastIsRefused() {
      assertNothing(
          "The text cannot be read: its PEM block has no end.",
          "-----BEGIN PUBLIC KEY-------END PUBLIC KEY-----");
    }

    @Test
    void bodyIsBase64() {
      assertNothing(
          "Key 1 is left out: its PEM block is not base64.",
          "-----BEGIN PUBLIC KEY-----\n????\n-----END PUBLIC KEY-----");
    }

    @Test
    void shortRsaKeyIsRefused() {
      assertNothing(
          "Key 1 is left out: its RSA modulus has fewer than 2048 bits.", pem(TestKeys.rsa(1024)));
    }

    @Test
    @Attack("K21")
    void longTextIsRefused() {
      assertEquals(1, admitted(RSA_PEM + "x".repeat(10_000 - RSA_PEM.length())).keys().size());
      assertNothing(
          "The PEM text is longer than 10000 characters.",
          RSA_PEM + "x".repeat(10_001 - RSA_PEM.length()));
    }
  }

  @Nested
  class Jwk {

    private static Map<String, @Nullable Object> withPrivateMember() {
      Map<String, @Nullable Object> jwk = TestKeys.jwk(TestKeys.P256);
      jwk.put("d", "canary");
      return jwk;
    }

    private static String set(Object... keys) {
      return Json.write(Map.of("keys", List.of(keys)));
    }

    @Test
    void keyIsTheSameInAllForms() {
      Map<String, @Nullable Object> jwk = TestKeys.jwk(TestKeys.RSA);
      assertEquals(admitted(RSA_PEM), admitted(Json.write(jwk)));
      assertEquals(admitted(RSA_PEM), admitted(" \n" + set(jwk) + "\n"));
    }

    @Test
    @Attack("K21")
    void privateKeyIsRefusedAndNotPrinted() {
      for (String text :
          List.of(
              Json.write(withPrivateMember()),
              set(TestKeys.jwk(TestKeys.RSA), withPrivateMember()))) {
        Admitted admitted = admitted(text);
        assertEquals(List.of(), admitted.keys());
        assertTrue(admitted.problems().get(0).startsWith("The text holds a private key;"));
        assertFalse(admitted.problems().toString().contains("canary"));
      }
    }

    @Test
    void secretIsRefused() {
      assertNothing(
          "Key 1 is left out: it is symmetric; a shared secret never comes from a key set.",
          "{\"kty\":\"oct\",\"k\":\"" + TestKeys.base64url(TestKeys.SECRET) + "\"}");
    }

    @Test
    void longTextIsRefused() {
      String jwk = Json.write(TestKeys.jwk(TestKeys.RSA));
      String filling = " ".repeat(10_000) + "}";
      assertNothing(
          "The JWK is longer than 10000 characters.", jwk.substring(0, jwk.length() - 1) + filling);
      assertNothing("The text is longer than 65536 characters.", "{" + " ".repeat(65_536) + "}");
    }

    @Test
    void setMayBeLongerThanAKey() {
      String set = set(TestKeys.jwk(TestKeys.RSA));
      String longer = set.substring(0, set.length() - 1) + " ".repeat(10_000) + "}";
      assertEquals(admitted(set), admitted(longer));
    }

    @Test
    void emptySetIsSaid() {
      assertNothing("The key set is empty.", "{\"keys\":[ ]}");
    }

    @Test
    void jsonIsStrict() {
      assertNothing(
          "The text begins like a JWK, but is not strict JSON: malformed.", "{'kty':'RSA'}");
      assertNothing(
          "The text begins like a JWK, but is not strict JSON: duplicate member.",
          "{\"kty\":\"RSA\",\"kty\":\"RSA\"}");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "MIIBIjAN", "ssh-rsa AAAA", "[]", "file:key.pem"})
  void textInNoKnownFormIsRefused(String text) {
    assertTrue(admitted(text).problems().get(0).startsWith("The text is no PEM"));
    assertEquals(List.of(), admitted(text).keys());
  }
}
