package co.tambo.auth.internal.jose;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import co.tambo.auth.internal.TokenRejectedException;
import co.tambo.auth.internal.time.TestTime;
import java.nio.charset.StandardCharsets;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The examples of the RFCs (7515, 7519, 8037) and of the JOSE cookbook (RFC 7520). */
@Tag("vectors")
class PublishedVectorsTest {

  private static final Set<JwsAlgorithm> ALL = EnumSet.allOf(JwsAlgorithm.class);

  @Test
  void everyExampleOfTheRfcsIsDecidedAsExpected() throws Exception {
    List<Map<String, Object>> vectors =
        Vectors.objects(Vectors.read("rfc/rfc-jws-vectors.json"), "vectors");
    for (Map<String, Object> vector : vectors) {
      boolean accepted = accepts(Vectors.text(vector, "jws"), keys(Vectors.object(vector, "jwk")));
      assertEquals(
          Vectors.text(vector, "result"),
          accepted ? "valid" : "invalid",
          Vectors.text(vector, "id"));
    }
    assertEquals(8, vectors.size());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "4_1.rsa_v15_signature",
        "4_2.rsa-pss_signature",
        "4_3.ecdsa_signature",
        "4_4.hmac-sha2_integrity_protection",
        "ed25519-jws"
      })
  void exampleOfTheCookbookIsAccepted(String file) throws Exception {
    Map<String, Object> example = Vectors.read("ietf-jose-cookbook/" + file + ".json");
    Map<String, Object> input = Vectors.object(example, "input");
    String compact = Vectors.text(Vectors.object(example, "output"), "compact");
    CompactJws jws = CompactJws.parse(compact);
    assertTrue(Signatures.verifyJws(jws, keys(Vectors.object(input, "key"))).isPresent());
    assertArrayEquals(
        Vectors.text(input, "payload").getBytes(StandardCharsets.UTF_8), jws.payload());
  }

  private static boolean accepts(String token, List<VerificationKey> keys) {
    try {
      return Signatures.verifyJws(CompactJws.parse(token), keys).isPresent();
    } catch (TokenRejectedException e) {
      return false;
    }
  }

  private static List<VerificationKey> keys(Map<String, Object> jwk) {
    if ("oct".equals(jwk.get("kty"))) {
      return KeyMaterial.fromSecret(Base64Url.decode(Vectors.text(jwk, "k")).orElseThrow(), ALL)
          .keys();
    }
    Map<String, Object> half = new HashMap<>(jwk);
    half.keySet().removeAll(Set.of("d", "p", "q", "dp", "dq", "qi"));
    return KeyMaterial.fromJwkSet(Map.of("keys", List.of(half)), ALL, new TestTime().now()).keys();
  }
}
