package co.tambo.auth.internal.jose;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.crypto.MACVerifier;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SigningSecretTest {

  private static final String TEXT = "canary-to-share-with-Tambo-ä€😀-32";
  private static final SigningSecret SECRET = SigningSecret.of(TEXT);
  private static final Set<JwsAlgorithm> ALL = EnumSet.allOf(JwsAlgorithm.class);

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static VerificationKey key(String secret) {
    return KeyMaterial.fromSecret(utf8(secret), ALL).keys().get(0);
  }

  @ParameterizedTest
  @ValueSource(strings = {"{}", "{\"sub\":\"alice\"}", "{\"sub\":\"zoë €😀\"}"})
  void anotherLibraryReadsAndVerifiesTheToken(String payload) throws Exception {
    JWSObject jws = JWSObject.parse(SECRET.sign(payload));
    assertTrue(jws.verify(new MACVerifier(utf8(TEXT))));
    assertEquals("{\"alg\":\"HS256\",\"typ\":\"JWT\"}", jws.getParsedParts()[0].decodeToString());
    assertEquals(payload, jws.getPayload().toString());
  }

  @Test
  void tokenIsInItsOneSpelling() throws Exception {
    CompactJws jws = CompactJws.parse(SECRET.sign("{\"a\":1}"));
    assertTrue(Signatures.verifyJws(jws, List.of(key(TEXT))).isPresent());
    assertFalse(Signatures.verifyJws(jws, List.of(key(TEXT + "x"))).isPresent());
  }

  @ParameterizedTest
  @CsvSource({"0, 0", "1, 1", "31, 31"})
  void shortTextIsRefusedByItsCharacters(int length, int said) {
    assertEquals(
        List.of("The secret has " + said + " characters; Tambo needs 32."),
        SigningSecret.weaknesses("äbcdefghijklmnopqrstuvwxyz0123456789".substring(0, length)));
  }

  @Test
  void textOf32CharactersWillDo() {
    assertEquals(List.of(), SigningSecret.weaknesses("äbcdefghijklmnopqrstuvwxyz012345"));
  }

  @Test
  void oneCharacterAllThroughIsRefused() {
    assertTrue(SigningSecret.weaknesses("x".repeat(64)).toString().contains("all through"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a-string-secret-at-least-256-bits-long",
        "super-secret-jwt-token-with-at-least-32-characters-long",
        "0123456789abcdef0123456789abcdef"
      })
  void publiclyKnownTextIsRefusedAndNotQuoted(String text) {
    Exception refusal = assertThrows(IllegalArgumentException.class, () -> SigningSecret.of(text));
    assertTrue(refusal.toString().contains("publicly known"), refusal.toString());
    assertFalse(refusal.toString().contains(text));
  }

  @Test
  void sameSecretIsRecognisedAmongVerificationKeys() {
    VerificationKey rsa = new VerificationKey(null, TestKeys.RSA.getPublic(), ALL);
    assertTrue(SECRET.isSameAs(key(TEXT)));
    assertFalse(SECRET.isSameAs(key(TEXT + "x")));
    assertFalse(SECRET.isSameAs(rsa));
  }

  @Test
  void markDependsOnTheSecretAndOnWhatIsMarked() {
    byte[] digest = new byte[32];
    byte[] mark = SECRET.distinguish(digest);
    assertTrue(Arrays.equals(mark, SigningSecret.of(TEXT).distinguish(digest)));
    assertFalse(Arrays.equals(mark, SigningSecret.of(TEXT + "x").distinguish(digest)));
    assertFalse(Arrays.equals(mark, SECRET.distinguish(new byte[] {1})));
  }

  @Test
  void secretsAreEqualByTheirText() {
    assertEquals(SECRET, SigningSecret.of(TEXT));
    assertEquals(SECRET.hashCode(), SigningSecret.of(TEXT).hashCode());
    assertNotEquals(SECRET, SigningSecret.of(TEXT + "x"));
  }

  @Test
  void secretIsNotPrinted() {
    assertEquals("SigningSecret[****]", SECRET.toString());
  }
}
