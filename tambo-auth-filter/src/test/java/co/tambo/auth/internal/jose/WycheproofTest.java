package co.tambo.auth.internal.jose;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import co.tambo.auth.internal.TokenRejectedException;
import co.tambo.auth.internal.time.TestTime;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Project Wycheproof's JSON web signatures, with the differences that we want. */
@Tag("vectors")
class WycheproofTest {

  private static final String FILE = "json_web_signature_test.json";
  private static final Set<JwsAlgorithm> ALL = EnumSet.allOf(JwsAlgorithm.class);

  @Test
  void everyTokenIsDecidedAsExpected() throws Exception {
    Map<String, Object> overlay =
        Vectors.object(Vectors.read("wycheproof/tambo-overlay.json"), FILE);
    List<String> wrong = new ArrayList<>();
    int count = 0;
    for (Map<String, Object> group :
        Vectors.objects(Vectors.read("wycheproof/" + FILE), "testGroups")) {
      List<VerificationKey> keys = keys(group);
      for (Map<String, Object> vector : Vectors.objects(group, "tests")) {
        count++;
        String expected = expected(vector, overlay);
        String actual = accepts(Vectors.text(vector, "jws"), keys) ? "valid" : "invalid";
        if (!expected.equals("ignore") && !expected.equals(actual)) {
          wrong.add(vector.get("tcId") + " " + vector.get("comment") + " is " + actual);
        }
      }
    }
    assertEquals(List.of(), wrong);
    assertEquals(401, count);
  }

  @Test
  void secretOfZeroBytesIsNotAdmitted() {
    assertEquals(List.of(), KeyMaterial.fromSecret(new byte[32], ALL).keys());
  }

  private static String expected(Map<String, Object> vector, Map<String, Object> overlay) {
    Object ours = overlay.get(String.valueOf(vector.get("tcId")));
    if (ours instanceof List<?> difference) {
      return difference.get(0).equals("reject") ? "invalid" : "ignore";
    }
    return Vectors.text(vector, "result");
  }

  private static boolean accepts(String token, List<VerificationKey> keys) {
    try {
      return Signatures.verifyJws(CompactJws.parse(token), keys).isPresent();
    } catch (TokenRejectedException e) {
      return false;
    }
  }

  private static List<VerificationKey> keys(Map<String, Object> group) {
    if (group.containsKey("public")) {
      Map<String, Object> set = Map.of("keys", List.of(Vectors.object(group, "public")));
      return KeyMaterial.fromJwkSet(set, ALL, new TestTime().now()).keys();
    }
    return secret(Vectors.object(group, "private"));
  }

  /** Group 21 is about base64url, and its secret of zero bytes is one that we do not admit. */
  private static List<VerificationKey> secret(Map<String, Object> jwk) {
    byte[] secret = Base64Url.decode(Vectors.text(jwk, "k")).orElseThrow();
    Set<JwsAlgorithm> algorithms = Set.of(JwsAlgorithm.of(Vectors.text(jwk, "alg")).orElseThrow());
    List<VerificationKey> admitted = KeyMaterial.fromSecret(secret, algorithms).keys();
    if (admitted.isEmpty()) {
      assertEquals("hs256-key", Vectors.text(jwk, "kid"));
      return List.of(
          new VerificationKey("hs256-key", new SecretKeySpec(secret, "oct"), algorithms));
    }
    assertTrue(admitted.get(0).algorithms().equals(algorithms));
    return admitted;
  }
}
