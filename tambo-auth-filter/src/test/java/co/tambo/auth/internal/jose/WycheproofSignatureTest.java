package co.tambo.auth.internal.jose;

import static org.junit.jupiter.api.Assertions.assertEquals;

import co.tambo.auth.internal.time.TestTime;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Project Wycheproof's raw signatures and MACs, each through a key as it is admitted. */
@Tag("vectors")
class WycheproofSignatureTest {

  private static final Set<JwsAlgorithm> ALL = EnumSet.allOf(JwsAlgorithm.class);

  /** JDK 17 refuses these valid signatures, whose r is x of a point less the order. Harmless. */
  private static final Set<String> REFUSED_BY_SOME_PLATFORMS =
      Set.of("ES256 115", "ES256 257", "ES384 147", "ES384 275", "ES512 184", "ES512 313");

  @ParameterizedTest
  @CsvSource({
    "rsa_signature_2048_sha256_test, RS256, 259",
    "rsa_signature_2048_sha384_test, RS384, 258",
    "rsa_signature_2048_sha512_test, RS512, 259",
    "rsa_pss_2048_sha256_mgf1_32_test, PS256, 108",
    "rsa_pss_2048_sha384_mgf1_48_test, PS384, 141",
    "ecdsa_secp256r1_sha256_p1363_test, ES256, 262",
    "ecdsa_secp384r1_sha384_p1363_test, ES384, 280",
    "ecdsa_secp521r1_sha512_p1363_test, ES512, 318",
    "ed25519_test, EDDSA, 151"
  })
  void signaturesAreDecidedAsExpected(String file, JwsAlgorithm algorithm, int count)
      throws Exception {
    List<String> wrong = new ArrayList<>();
    int run = 0;
    for (Map<String, Object> group : groups(file)) {
      VerificationKey key = publicKey(Vectors.text(group, "publicKeyPem"));
      for (Map<String, Object> vector : Vectors.objects(group, "tests")) {
        run++;
        if (!decidedAsExpected(algorithm, vector, verifies(key, algorithm, vector, "sig"))) {
          wrong.add(algorithm + " " + vector.get("tcId") + " " + vector.get("comment"));
        }
      }
    }
    assertEquals(List.of(), wrong);
    assertEquals(count, run);
  }

  /** Only the whole MAC counts, and only under a secret that is long enough for it. */
  @ParameterizedTest
  @CsvSource({"hmac_sha256_test, HS256", "hmac_sha384_test, HS384", "hmac_sha512_test, HS512"})
  void macsAreDecidedAsExpected(String file, JwsAlgorithm algorithm) throws Exception {
    int run = 0;
    for (Map<String, Object> group : groups(file)) {
      boolean fits =
          number(group, "tagSize") == algorithm.hashBits()
              && number(group, "keySize") >= algorithm.hashBits();
      for (Map<String, Object> vector : Vectors.objects(group, "tests")) {
        run++;
        boolean expected = fits && Vectors.text(vector, "result").equals("valid");
        assertEquals(expected, isMac(algorithm, vector), () -> file + " " + vector.get("tcId"));
      }
    }
    assertEquals(174, run);
  }

  /** Whether PKCS#1 may leave out the NULL ("acceptable") is the platform's to say. */
  private static boolean decidedAsExpected(
      JwsAlgorithm algorithm, Map<String, Object> vector, boolean accepted) {
    return switch (Vectors.text(vector, "result")) {
      case "valid" ->
          accepted || REFUSED_BY_SOME_PLATFORMS.contains(algorithm + " " + vector.get("tcId"));
      case "acceptable" -> Vectors.text(vector, "comment").startsWith("Missing NULL");
      default -> !accepted;
    };
  }

  private static boolean isMac(JwsAlgorithm algorithm, Map<String, Object> vector) {
    byte[] secret = HexFormat.of().parseHex(Vectors.text(vector, "key"));
    return KeyMaterial.fromSecret(secret, ALL).keys().stream()
        .anyMatch(key -> verifies(key, algorithm, vector, "tag"));
  }

  private static boolean verifies(
      VerificationKey key, JwsAlgorithm algorithm, Map<String, Object> vector, String signature) {
    HexFormat hex = HexFormat.of();
    return key.verifies(
        algorithm,
        hex.parseHex(Vectors.text(vector, "msg")),
        hex.parseHex(Vectors.text(vector, signature)));
  }

  private static List<Map<String, Object>> groups(String file) throws Exception {
    return Vectors.objects(Vectors.read("wycheproof/" + file + ".json"), "testGroups");
  }

  private static int number(Map<String, Object> group, String name) {
    return Integer.parseInt(Vectors.text(group, name));
  }

  private static VerificationKey publicKey(String pem) {
    KeyMaterial.Admitted admitted = KeyMaterial.fromConfiguredText(pem, ALL, new TestTime().now());
    assertEquals(List.of(), admitted.problems());
    return admitted.keys().get(0);
  }
}
