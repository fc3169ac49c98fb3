package co.tambo.auth.internal.jose;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import co.tambo.auth.internal.jose.KeyMaterial.Admitted;
import co.tambo.auth.internal.json.Json;
import java.time.Instant;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** One key in all its forms, from the fixtures of panva's libraries. */
@Tag("vectors")
class FixtureKeysTest {

  private static final Set<JwsAlgorithm> ALL = EnumSet.allOf(JwsAlgorithm.class);
  private static final Instant IN_FORCE = Instant.parse("2023-01-01T00:00:00Z");

  private static Map<String, Object> fixture(String name) throws Exception {
    return Vectors.object(Vectors.read("keys/panva-fixture-keys.json"), name);
  }

  private static Admitted admitted(String text) {
    return KeyMaterial.fromConfiguredText(text, ALL, IN_FORCE);
  }

  @ParameterizedTest
  @CsvSource({"RSA, 6", "P256, 1", "P384, 1", "P521, 1", "Ed25519, 1"})
  void everyPublicFormGivesTheSameKey(String name, int algorithms) throws Exception {
    Map<String, Object> fixture = fixture(name);
    Map<String, Object> jwk = new HashMap<>(Vectors.object(fixture, "jwk"));
    jwk.keySet().removeAll(Set.of("d", "p", "q", "dp", "dq", "qi"));
    List<VerificationKey> spki = admitted(Vectors.text(fixture, "spki")).keys();
    assertEquals(algorithms, spki.get(0).algorithms().size());
    assertEquals(spki, admitted(Vectors.text(fixture, "x509")).keys());
    assertEquals(spki, admitted(Json.write(jwk)).keys());
  }

  @ParameterizedTest
  @ValueSource(strings = {"RSA", "P256", "P384", "P521", "Ed25519", "X25519", "ML-DSA-44"})
  void privateKeyIsRefusedAndNotPrinted(String name) throws Exception {
    Map<String, Object> fixture = fixture(name);
    for (String text : List.of(Vectors.text(fixture, "pkcs8"), Json.write(fixture.get("jwk")))) {
      Admitted admitted = admitted(text);
      assertEquals(List.of(), admitted.keys());
      assertTrue(admitted.problems().get(0).contains("private key"), admitted::toString);
      assertFalse(admitted.problems().get(0).contains(text.substring(40, 60)));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"X25519", "ML-DSA-44", "ML-DSA-65", "ML-DSA-87"})
  void keyOfAnotherKindIsRefused(String name) throws Exception {
    Admitted admitted = admitted(Vectors.text(fixture(name), "spki"));
    assertEquals(List.of(), admitted.keys());
    assertEquals(1, admitted.problems().size());
  }

  @ParameterizedTest
  @ValueSource(strings = {"P256", "P384", "P521"})
  void certificateIsRefusedBeforeAndAfterItsTime(String name) throws Exception {
    String certificate = Vectors.text(fixture(name), "x509");
    Admitted late =
        KeyMaterial.fromConfiguredText(certificate, ALL, Instant.parse("2026-11-21T00:00:00Z"));
    Admitted early = KeyMaterial.fromConfiguredText(certificate, ALL, Instant.EPOCH);
    assertEquals(List.of(), late.keys());
    assertTrue(late.problems().get(0).contains("its certificate ended at 2023-10-06T"));
    assertEquals(List.of(), early.keys());
    assertTrue(early.problems().get(0).contains("its certificate begins at 2022-10-11T"));
  }
}
