package co.tambo.auth.internal.jose;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import co.tambo.auth.internal.jose.KeyMaterial.Admitted;
import co.tambo.auth.internal.json.Json;
import co.tambo.auth.internal.time.TestTime;
import co.tambo.auth.parts.Attack;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class JwkSetTest {

  private static final Set<JwsAlgorithm> ALL = EnumSet.allOf(JwsAlgorithm.class);
  private static final Instant NOW = new TestTime().now();

  private static Admitted admitted(@Nullable Object... keys) {
    return KeyMaterial.fromJwkSet(Map.of("keys", Arrays.asList(keys)), ALL, NOW);
  }

  private static Map<String, @Nullable Object> rsa(String member, @Nullable Object value) {
    Map<String, @Nullable Object> jwk = TestKeys.jwk(TestKeys.RSA);
    jwk.put(member, value);
    return jwk;
  }

  private static @Nullable Object json(String json) throws Exception {
    return Json.readObject(("{\"v\":" + json + "}").getBytes(StandardCharsets.UTF_8)).get("v");
  }

  private static void assertLeftOut(String reason, @Nullable Object key) {
    Admitted admitted = admitted(key, TestKeys.jwk(TestKeys.P256));
    assertEquals(1, admitted.keys().size());
    assertEquals(List.of("Key 1 is left out: " + reason + "."), admitted.problems());
  }

  @Test
  void keyMayNameTheIssuerThatItServes() {
    assertEquals(
        "https://idp.example",
        admitted(rsa("issuer", "https://idp.example")).keys().get(0).issuer());
    assertNull(admitted(rsa("issuer", 1L)).keys().get(0).issuer());
    assertNull(admitted(TestKeys.jwk(TestKeys.RSA)).keys().get(0).issuer());
  }

  @ParameterizedTest
  @CsvSource({"RS256, 6", "ES256, 1", "ES384, 1", "ES512, 1", "EDDSA, 1"})
  void keyServesTheAlgorithmsOfItsType(JwsAlgorithm algorithm, int count) {
    Admitted admitted = admitted(TestKeys.jwk(TestKeys.pairOf(algorithm)));
    assertEquals(List.of(), admitted.problems());
    Set<JwsAlgorithm> algorithms = admitted.keys().get(0).algorithms();
    assertTrue(algorithms.contains(algorithm));
    assertEquals(count, algorithms.size());
  }

  @ParameterizedTest
  @EnumSource(names = {"RS256", "RS512", "PS256", "PS384", "ES256", "ES384", "ES512", "EDDSA"})
  @Attack("K22")
  void admittedKeyVerifies(JwsAlgorithm algorithm) throws Exception {
    String alg = algorithm == JwsAlgorithm.EDDSA ? "EdDSA" : algorithm.name();
    Map<String, @Nullable Object> jwk = TestKeys.jwk(TestKeys.pairOf(algorithm));
    jwk.put("alg", alg);
    String token =
        TestKeys.token(
            "{\"alg\":\"" + alg + "\"}", algorithm, TestKeys.pairOf(algorithm).getPrivate());
    List<VerificationKey> keys = admitted(jwk).keys();
    assertEquals(Set.of(algorithm), keys.get(0).algorithms());
    assertTrue(Signatures.verifyJws(CompactJws.parse(token), keys).isPresent());
  }

  @Test
  void allowListCutsTheAlgorithmsDown() {
    Set<JwsAlgorithm> allowed = Set.of(JwsAlgorithm.PS256, JwsAlgorithm.ES384);
    Map<String, Object> set =
        Map.of("keys", List.of(TestKeys.jwk(TestKeys.RSA), TestKeys.jwk(TestKeys.P256)));
    Admitted admitted = KeyMaterial.fromJwkSet(set, allowed, NOW);
    assertEquals(Set.of(JwsAlgorithm.PS256), admitted.keys().get(0).algorithms());
    assertEquals(
        List.of("Key 2 is left out: none of its algorithms is allowed."), admitted.problems());
  }

  @Test
  @Attack("K14")
  void orderAndDuplicateKidsAreKept() {
    Map<String, @Nullable Object> second = TestKeys.jwk(TestKeys.P256);
    second.put("kid", "a");
    List<VerificationKey> keys = admitted(rsa("kid", "a"), second).keys();
    assertEquals(List.of("a", "a"), keys.stream().map(VerificationKey::kid).toList());
  }

  @Nested
  class TheSet {

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{\"keys\":null}", "{\"keys\":{}}", "{\"keys\":\"a\"}"})
    void withoutArrayOfKeysHasNone(String json) throws Exception {
      Admitted admitted =
          KeyMaterial.fromJwkSet(Json.readObject(json.getBytes(StandardCharsets.UTF_8)), ALL, NOW);
      assertEquals(List.of(), admitted.keys());
      assertEquals(List.of("The key set has no array of keys."), admitted.problems());
    }

    @ParameterizedTest
    @ValueSource(strings = {"null", "1", "\"a\"", "[]", "[[\"kty\",\"RSA\"]]", "true"})
    @Attack("K08")
    void skipsWhatIsNoObject(String json) throws Exception {
      assertLeftOut("it is not an object", json(json));
    }

    @Test
    void isCutAfter300Keys() {
      Map<String, @Nullable Object> jwk = TestKeys.jwk(TestKeys.P256);
      Map<String, Object> whole = Map.of("keys", Collections.nCopies(300, jwk));
      assertEquals(List.of(), KeyMaterial.fromJwkSet(whole, ALL, NOW).problems());
      Map<String, Object> set = Map.of("keys", Collections.nCopies(301, jwk));
      Admitted admitted = KeyMaterial.fromJwkSet(set, ALL, NOW);
      assertEquals(300, admitted.keys().size());
      assertEquals(List.of("The key set is cut after 300 keys."), admitted.problems());
    }
  }

  @Nested
  class Purpose {

    @ParameterizedTest
    @ValueSource(strings = {"enc", "SIG", "", "sign"})
    @Attack("K18")
    void useIsSig(String use) {
      assertLeftOut("its use is not sig", rsa("use", use));
    }

    @ParameterizedTest
    @ValueSource(strings = {"[]", "[\"sign\"]", "[\"encrypt\"]", "\"verify\"", "[1]", "{}", "1"})
    @Attack({"K08", "K18"})
    void operationsNameVerify(String operations) throws Exception {
      assertLeftOut("its key_ops do not name verify", rsa("key_ops", json(operations)));
    }

    @Test
    void rightPurposeIsAdmitted() {
      Map<String, @Nullable Object> jwk = rsa("use", "sig");
      jwk.put("key_ops", List.of("sign", "verify"));
      assertEquals(List.of(), admitted(jwk).problems());
    }

    @ParameterizedTest
    @ValueSource(
        strings = {"RSA-OAEP", "ES256", "ES521", "ES256K", "HS256", "none", "EdDSA", "rs256", ""})
    @Attack("K18")
    void algIsOneOfSuchAKey(String alg) {
      assertLeftOut("its alg is no signature algorithm of such a key", rsa("alg", alg));
    }

    @Test
    @Attack("K18")
    void algFitsTheCurve() {
      Map<String, @Nullable Object> jwk = TestKeys.jwk(TestKeys.P256);
      jwk.put("alg", "ES384");
      assertLeftOut("its alg is no signature algorithm of such a key", jwk);
    }

    @ParameterizedTest
    @ValueSource(strings = {"kid", "use", "alg", "kty", "n", "e"})
    @Attack("K08")
    void memberOfWrongTypeLeavesTheKeyOut(String member) {
      assertLeftOut("its " + member + " is not a string", rsa(member, 1L));
    }

    @ParameterizedTest
    @ValueSource(strings = {"kid", "use", "alg", "key_ops", "exp", "revoked", "d"})
    void nullCountsAsAbsent(String member) {
      assertEquals(List.of(), admitted(rsa(member, null)).problems());
    }

    @Test
    @Attack("K08")
    void certificateIsNotLookedAt() {
      Map<String, @Nullable Object> jwk = rsa("x5c", List.of("bad"));
      jwk.put("x5t", 1L);
      assertEquals(List.of(), admitted(jwk).problems());
    }
  }

  @Nested
  class Life {

    @ParameterizedTest
    @CsvSource({"-1", "0", "-1000000000000"})
    @Attack("K18")
    void expiredKeyIsLeftOut(long seconds) {
      assertLeftOut("it has expired", rsa("exp", NOW.getEpochSecond() + seconds));
    }

    @Test
    void expiryThatIsNoNumberLeavesTheKeyOut() {
      assertLeftOut("it has expired", rsa("exp", "2099"));
    }

    @Test
    void keyIsAdmittedUntilItExpires() throws Exception {
      assertEquals(List.of(), admitted(rsa("exp", NOW.getEpochSecond() + 1)).problems());
      assertEquals(List.of(), admitted(rsa("exp", json("1e20"))).problems());
    }

    @ParameterizedTest
    @ValueSource(strings = {"true", "{\"revoked_at\":1}", "1", "\"yes\""})
    @Attack("K18")
    void revokedKeyIsLeftOut(String revoked) throws Exception {
      assertLeftOut("it is revoked", rsa("revoked", json(revoked)));
    }
  }

  @Nested
  class Secrecy {

    @Test
    @Attack("K17")
    void symmetricKeyIsNeverAdmitted() {
      Map<String, @Nullable Object> jwk = new HashMap<>();
      jwk.put("kty", "oct");
      jwk.put("alg", "HS256");
      jwk.put("k", TestKeys.base64url(TestKeys.SECRET));
      assertLeftOut("it is symmetric; a shared secret never comes from a key set", jwk);
    }

    @ParameterizedTest
    @ValueSource(strings = {"d", "p", "q", "dp", "dq", "qi", "oth", "k", "priv"})
    void privateMemberLeavesTheKeyOut(String member) {
      assertLeftOut("it holds private members", rsa(member, "canary"));
    }
  }
}
