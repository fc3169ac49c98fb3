package co.tambo.auth.internal.jose;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import co.tambo.auth.internal.TokenRejectedException;
import co.tambo.auth.parts.Attack;
import java.nio.charset.StandardCharsets;
import java.security.Key;
import java.security.KeyPair;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class SignaturesTest {

  private static final KeyPair STRANGER = TestKeys.rsa(2048);

  private static Key privateKey(JwsAlgorithm algorithm) {
    return algorithm.symmetric() ? TestKeys.secret() : TestKeys.pairOf(algorithm).getPrivate();
  }

  private static VerificationKey key(@Nullable String kid, JwsAlgorithm algorithm) {
    Key key = algorithm.symmetric() ? TestKeys.secret() : TestKeys.pairOf(algorithm).getPublic();
    return new VerificationKey(kid, key, Set.of(algorithm));
  }

  private static VerificationKey stranger(@Nullable String kid) {
    return new VerificationKey(kid, STRANGER.getPublic(), Set.of(JwsAlgorithm.RS256));
  }

  private static CompactJws jws(String header, JwsAlgorithm algorithm)
      throws TokenRejectedException {
    return CompactJws.parse(TestKeys.token(header, algorithm, privateKey(algorithm)));
  }

  private static CompactJws jws(JwsAlgorithm algorithm) throws TokenRejectedException {
    String alg = algorithm == JwsAlgorithm.EDDSA ? "EdDSA" : algorithm.name();
    return jws("{\"alg\":\"" + alg + "\"}", algorithm);
  }

  @ParameterizedTest
  @EnumSource
  @Attack("K22")
  void whatAKeySignedIsAccepted(JwsAlgorithm algorithm) throws TokenRejectedException {
    VerificationKey key = key(null, algorithm);
    assertEquals(Optional.of(key), Signatures.verifyJws(jws(algorithm), List.of(key)));
  }

  @ParameterizedTest
  @EnumSource
  void changedCharacterIsRefused(JwsAlgorithm algorithm) {
    String alg = algorithm == JwsAlgorithm.EDDSA ? "Ed25519" : algorithm.name();
    String token = TestKeys.token("{\"alg\":\"" + alg + "\"}", algorithm, privateKey(algorithm));
    List<VerificationKey> keys = List.of(key(null, algorithm));
    assertTrue(accepts(token, keys));
    for (int i = 0; i < token.length(); i += 11) {
      char other = token.charAt(i) == 'A' ? 'B' : 'A';
      assertFalse(accepts(token.substring(0, i) + other + token.substring(i + 1), keys));
    }
  }

  private static boolean accepts(String token, List<VerificationKey> keys) {
    try {
      return Signatures.verifyJws(CompactJws.parse(token), keys).isPresent();
    } catch (TokenRejectedException e) {
      return false;
    }
  }

  @Test
  void noKeyIsNoSignature() throws TokenRejectedException {
    assertEquals(Optional.empty(), Signatures.verifyJws(jws(JwsAlgorithm.RS256), List.of()));
  }

  @ParameterizedTest
  @ValueSource(strings = {"RS512", "PS256"})
  void keyOfAnotherAlgorithmIsNotTried(String alg) throws TokenRejectedException {
    JwsAlgorithm algorithm = JwsAlgorithm.valueOf(alg);
    assertEquals(
        Optional.empty(),
        Signatures.verifyJws(jws(algorithm), List.of(key(null, JwsAlgorithm.RS256))));
  }

  @Test
  void publicKeyIsNoSecret() throws TokenRejectedException {
    byte[] spki = TestKeys.RSA.getPublic().getEncoded();
    String pem = TestKeys.pem("PUBLIC KEY", spki);
    VerificationKey rsa =
        new VerificationKey(
            null, TestKeys.RSA.getPublic(), EnumSet.range(JwsAlgorithm.RS256, JwsAlgorithm.PS512));
    for (String secret : List.of(pem, pem.replace("\n", "\r\n"), pem.strip(), latin1(spki))) {
      Key forged = new SecretKeySpec(secret.getBytes(StandardCharsets.ISO_8859_1), "oct");
      String token = TestKeys.token("{\"alg\":\"HS256\"}", JwsAlgorithm.HS256, forged);
      assertEquals(Optional.empty(), Signatures.verifyJws(CompactJws.parse(token), List.of(rsa)));
    }
  }

  private static String latin1(byte[] bytes) {
    return new String(bytes, StandardCharsets.ISO_8859_1);
  }

  @Nested
  class Choice {

    @Test
    void keyOfTheKidIsTaken() throws TokenRejectedException {
      VerificationKey key = key("b", JwsAlgorithm.RS256);
      CompactJws jws = jws("{\"alg\":\"RS256\",\"kid\":\"b\"}", JwsAlgorithm.RS256);
      assertEquals(
          Optional.of(key), Signatures.verifyJws(jws, List.of(stranger("a"), stranger("b"), key)));
    }

    @Test
    void keyOfAnotherKidIsNotTried() throws TokenRejectedException {
      CompactJws jws = jws("{\"alg\":\"RS256\",\"kid\":\"b\"}", JwsAlgorithm.RS256);
      assertEquals(
          Optional.empty(), Signatures.verifyJws(jws, List.of(key("a", JwsAlgorithm.RS256))));
    }

    @Test
    void keyWithoutKidIsTriedForAnyKid() throws TokenRejectedException {
      VerificationKey key = key(null, JwsAlgorithm.RS256);
      CompactJws jws = jws("{\"alg\":\"RS256\",\"kid\":\"b\"}", JwsAlgorithm.RS256);
      assertEquals(Optional.of(key), Signatures.verifyJws(jws, List.of(key)));
    }

    @Test
    @Attack("K14")
    void tokenWithoutKidIsTriedWithEveryKey() throws TokenRejectedException {
      VerificationKey key = key("b", JwsAlgorithm.RS256);
      assertEquals(
          Optional.of(key),
          Signatures.verifyJws(jws(JwsAlgorithm.RS256), List.of(stranger("a"), key)));
    }

    @Test
    @Attack("K14")
    void eightKeysAreTriedAndNoMore() throws TokenRejectedException {
      VerificationKey key = key(null, JwsAlgorithm.RS256);
      List<VerificationKey> keys = new ArrayList<>(Collections.nCopies(7, stranger(null)));
      keys.add(key);
      CompactJws jws = jws(JwsAlgorithm.RS256);
      assertEquals(Optional.of(key), Signatures.verifyJws(jws, keys));
      keys.add(0, stranger(null));
      assertEquals(Optional.empty(), Signatures.verifyJws(jws, keys));
    }

    @Test
    @Attack("K14")
    void keysWithoutKidDoNotCrowdOutTheKeyOfTheKid() throws TokenRejectedException {
      VerificationKey key = key("b", JwsAlgorithm.RS256);
      List<VerificationKey> keys = new ArrayList<>(Collections.nCopies(20, stranger(null)));
      keys.add(key);
      CompactJws jws = jws("{\"alg\":\"RS256\",\"kid\":\"b\"}", JwsAlgorithm.RS256);
      assertEquals(Optional.of(key), Signatures.verifyJws(jws, keys));
    }

    @Test
    @Attack("K15")
    void keysOfOtherAlgorithmsDoNotCount() throws TokenRejectedException {
      VerificationKey key = key(null, JwsAlgorithm.ES256);
      List<VerificationKey> keys = new ArrayList<>(Collections.nCopies(20, stranger(null)));
      keys.add(key(null, JwsAlgorithm.ES384));
      keys.add(key);
      assertEquals(Optional.of(key), Signatures.verifyJws(jws(JwsAlgorithm.ES256), keys));
    }
  }

  @Test
  @Attack("K15")
  void keyThatThePlatformCannotUseIsNoMatch() throws TokenRejectedException {
    VerificationKey broken =
        new VerificationKey(null, TestKeys.secret(), EnumSet.allOf(JwsAlgorithm.class));
    VerificationKey good = key(null, JwsAlgorithm.ES256);
    assertEquals(
        Optional.of(good), Signatures.verifyJws(jws(JwsAlgorithm.ES256), List.of(broken, good)));
  }
}
