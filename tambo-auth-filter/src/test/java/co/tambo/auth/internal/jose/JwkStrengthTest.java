package co.tambo.auth.internal.jose;

import static org.junit.jupiter.api.Assertions.assertEquals;

import co.tambo.auth.internal.jose.KeyMaterial.Admitted;
import co.tambo.auth.internal.time.TestTime;
import co.tambo.auth.parts.Attack;
import java.math.BigInteger;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECFieldFp;
import java.security.spec.X509EncodedKeySpec;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which keys of a set are strong and sound enough. */
class JwkStrengthTest {

  private static final Set<JwsAlgorithm> ALL = EnumSet.allOf(JwsAlgorithm.class);

  private static Admitted admitted(@Nullable Object... keys) {
    Map<String, Object> set = Map.of("keys", Arrays.asList(keys));
    return KeyMaterial.fromJwkSet(set, ALL, new TestTime().now());
  }

  private static void assertLeftOut(String reason, @Nullable Object key) {
    Admitted admitted = admitted(key, TestKeys.jwk(TestKeys.P256));
    assertEquals(1, admitted.keys().size());
    assertEquals(List.of("Key 1 is left out: " + reason + "."), admitted.problems());
  }

  @Nested
  class Rsa {

    private static Map<String, @Nullable Object> rsa(String member, @Nullable Object value) {
      Map<String, @Nullable Object> jwk = TestKeys.jwk(TestKeys.RSA);
      jwk.put(member, value);
      return jwk;
    }

    private static Map<String, @Nullable Object> modulus(BigInteger modulus) {
      return rsa("n", TestKeys.base64url(TestKeys.unsigned(modulus, modulus.bitLength())));
    }

    private static BigInteger bits(int bits) {
      return BigInteger.ONE.shiftLeft(bits).subtract(BigInteger.valueOf(105));
    }

    @ParameterizedTest
    @ValueSource(ints = {512, 1024, 2047})
    @Attack("K16")
    void shortModulusIsLeftOut(int bits) {
      assertLeftOut("its RSA modulus has fewer than 2048 bits", modulus(bits(bits)));
    }

    @Test
    @Attack("K16")
    void longModulusIsLeftOut() {
      assertLeftOut("its RSA modulus has more than 8192 bits", modulus(bits(8193)));
      assertEquals(List.of(), admitted(modulus(bits(8192))).problems());
      assertEquals(List.of(), admitted(modulus(bits(2048))).problems());
    }

    @Test
    void evenModulusIsLeftOut() {
      assertLeftOut("its RSA modulus is even", modulus(bits(2048).add(BigInteger.ONE)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"AQ", "AA", "Ag", "AQAA", "AQAAAAAAAAAB", ""})
    @Attack("K16")
    void exponentIsOddAndAtLeastThree(String exponent) {
      assertLeftOut(
          "its RSA exponent is not an odd number from 3 on, of at most 64 bits",
          rsa("e", exponent));
    }

    @Test
    void exponentFromThreeTo64BitsIsAdmitted() {
      assertEquals(List.of(), admitted(rsa("e", "Aw")).problems());
      assertEquals(List.of(), admitted(rsa("e", "__________8")).problems());
    }

    @Test
    @Attack("K16")
    void flawedModulusIsLeftOut() {
      assertLeftOut(
          "its RSA modulus is of a flawed make (ROCA)", modulus(RocaFingerprintTest.flawed(2048)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"AQAB=", "AQ AB", "AQ+B", "AQB"})
    void numberIsCanonicalBase64url(String exponent) {
      assertLeftOut("its e is not base64url", rsa("e", exponent));
    }

    @Test
    void missingNumberLeavesTheKeyOut() {
      assertLeftOut("it has no n", rsa("n", null));
    }
  }

  @Nested
  class EllipticCurves {

    private static Map<String, @Nullable Object> p256(String member, @Nullable Object value) {
      Map<String, @Nullable Object> jwk = TestKeys.jwk(TestKeys.P256);
      jwk.put(member, value);
      return jwk;
    }

    @ParameterizedTest
    @ValueSource(strings = {"secp256k1", "P-224", "p-256", "Ed25519", ""})
    @Attack("K08")
    void otherCurveIsLeftOut(String crv) {
      assertLeftOut("its crv is not P-256, P-384 or P-521", p256("crv", crv));
    }

    @Test
    @Attack("K16")
    void pointOffTheCurveIsLeftOut() {
      assertLeftOut("its point is not on its curve", p256("y", TestKeys.base64url(new byte[32])));
      assertLeftOut("its point is not on its curve", p256("crv", "P-384"));
    }

    @Test
    void coordinateAboveThePrimeIsLeftOut() {
      ECPublicKey key = (ECPublicKey) TestKeys.P256.getPublic();
      BigInteger prime = ((ECFieldFp) key.getParams().getCurve().getField()).getP();
      byte[] x = TestKeys.unsigned(key.getW().getAffineX().add(prime), 264);
      assertLeftOut("its point is not on its curve", p256("x", TestKeys.base64url(x)));
    }

    /** On P-256 there is a point whose x is zero, and p is zero too. */
    @Test
    @Attack("K16")
    void primeItselfIsNoCoordinate() {
      ECPublicKey key = (ECPublicKey) TestKeys.P256.getPublic();
      BigInteger prime = ((ECFieldFp) key.getParams().getCurve().getField()).getP();
      BigInteger y =
          key.getParams().getCurve().getB().modPow(prime.add(BigInteger.ONE).shiftRight(2), prime);
      Map<String, @Nullable Object> zero = p256("y", TestKeys.base64url(TestKeys.unsigned(y, 256)));
      zero.put("x", TestKeys.base64url(new byte[32]));
      assertEquals(List.of(), admitted(zero).problems());
      zero.put("x", TestKeys.base64url(TestKeys.unsigned(prime, 256)));
      assertLeftOut("its point is not on its curve", zero);
    }

    @Test
    @Attack("K08")
    void otherTypeIsLeftOut() {
      assertLeftOut("its kty is not RSA, EC or OKP", p256("kty", "AKP"));
      assertLeftOut("it has no kty", p256("kty", null));
    }
  }

  @Nested
  class Edwards {

    private static Map<String, @Nullable Object> ed25519(String crv, byte[] x) {
      Map<String, @Nullable Object> jwk = new HashMap<>();
      jwk.put("kty", "OKP");
      jwk.put("crv", crv);
      jwk.put("x", TestKeys.base64url(x));
      return jwk;
    }

    @ParameterizedTest
    @CsvSource({"X25519, 32", "Ed448, 57", "Ed448, 32", "Ed25519, 31", "Ed25519, 33", "'', 32"})
    void otherCurveOrLengthIsLeftOut(String crv, int length) {
      assertLeftOut("it is not an Ed25519 key of 32 bytes", ed25519(crv, new byte[length]));
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
          "0000000000000000000000000000000000000000000000000000000000000000",
          "0000000000000000000000000000000000000000000000000000000000000080",
          "0100000000000000000000000000000000000000000000000000000000000000",
          "ecffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f",
          "edffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f",
          "ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff",
          "26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc05",
          "c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac037a"
        })
    void pointOfSmallOrderIsLeftOut(String hex) {
      assertLeftOut(
          "its Ed25519 point is of small order or not canonical",
          ed25519("Ed25519", HexFormat.of().parseHex(hex)));
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
          "3dee2f05bb02947865642731b0c47a4aee4554b19f20a287c0c28700f09a7000",
          "d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a"
        })
    void pointIsReadToItsLastBit(String hex) throws Exception {
      byte[] x = HexFormat.of().parseHex(hex);
      byte[] spki = HexFormat.of().parseHex("302a300506032b6570032100" + hex);
      PublicKey key =
          KeyFactory.getInstance("Ed25519").generatePublic(new X509EncodedKeySpec(spki));
      assertEquals(
          List.of(new VerificationKey(null, key, Set.of(JwsAlgorithm.EDDSA))),
          admitted(ed25519("Ed25519", x)).keys());
    }

    @Test
    @Attack("K16")
    void pointOffTheCurveIsLeftOut() {
      byte[] y = new byte[32];
      y[0] = 2;
      assertLeftOut("the platform cannot read it", ed25519("Ed25519", y));
    }
  }
}
