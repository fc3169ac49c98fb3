package co.tambo.auth.internal.jose;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import co.tambo.auth.parts.Attack;
import java.math.BigInteger;
import java.security.Key;
import java.security.Signature;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECParameterSpec;
import java.security.spec.ECPoint;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class SignatureCheckTest {

  private static VerificationKey key(JwsAlgorithm algorithm) {
    Key key = algorithm.symmetric() ? TestKeys.secret() : TestKeys.pairOf(algorithm).getPublic();
    return new VerificationKey(null, key, Set.of(algorithm));
  }

  @Nested
  class Ecdsa {

    private static final byte[] MESSAGE = {1, 2, 3};
    private static final BigInteger ORDER =
        ((ECPublicKey) TestKeys.P256.getPublic()).getParams().getOrder();

    private static boolean accepts(byte[] signature) {
      return key(JwsAlgorithm.ES256).verifies(JwsAlgorithm.ES256, MESSAGE, signature);
    }

    private static byte[] pair(BigInteger r, BigInteger s) {
      byte[] pair = Arrays.copyOf(TestKeys.unsigned(r, 256), 64);
      System.arraycopy(TestKeys.unsigned(s, 256), 0, pair, 32, 32);
      return pair;
    }

    @Test
    void signatureIsTheTwoNumbersSideBySide() {
      byte[] signature = TestKeys.sign(JwsAlgorithm.ES256, TestKeys.P256.getPrivate(), MESSAGE);
      assertTrue(accepts(signature));
      assertFalse(accepts(Arrays.copyOf(signature, 65)));
      assertFalse(accepts(Arrays.copyOf(signature, 63)));
    }

    @Test
    void derIsRefused() throws Exception {
      Signature der = Signature.getInstance("SHA256withECDSA");
      der.initSign(TestKeys.P256.getPrivate());
      der.update(MESSAGE);
      assertFalse(accepts(der.sign()));
    }

    @Test
    void numberOutsideOneToOrderIsRefused() {
      List<BigInteger> numbers =
          List.of(BigInteger.ZERO, ORDER, ORDER.add(BigInteger.ONE), BigInteger.ONE);
      for (BigInteger r : numbers) {
        for (BigInteger s : numbers) {
          assertFalse(accepts(pair(r, s)));
        }
      }
    }

    @Attack("T07")
    @Test
    void numberHasOneSpelling() {
      byte[] good = TestKeys.sign(JwsAlgorithm.ES512, TestKeys.P521.getPrivate(), MESSAGE);
      VerificationKey key = key(JwsAlgorithm.ES512);
      assertTrue(key.verifies(JwsAlgorithm.ES512, MESSAGE, good));
      BigInteger order = ((ECPublicKey) TestKeys.P521.getPublic()).getParams().getOrder();
      for (int at : new int[] {0, 66}) {
        BigInteger number = new BigInteger(1, Arrays.copyOfRange(good, at, at + 66));
        byte[] other = good.clone();
        System.arraycopy(TestKeys.unsigned(number.add(order), 528), 0, other, at, 66);
        assertFalse(key.verifies(JwsAlgorithm.ES512, MESSAGE, other));
      }
    }

    @Attack("T07")
    @Test
    void numberOutOfRangeNeverReachesThePlatform() throws Exception {
      ECPublicKey unusable = new ParametersAlone();
      SignatureCheck check = JwsAlgorithm.ES256.check();
      for (BigInteger number : List.of(BigInteger.ZERO, ORDER)) {
        assertFalse(check.accepts(unusable, MESSAGE, pair(number, BigInteger.ONE)));
        assertFalse(check.accepts(unusable, MESSAGE, pair(BigInteger.ONE, number)));
      }
      assertFalse(check.accepts(unusable, MESSAGE, new byte[63]));
      assertThrows(
          IllegalStateException.class,
          () -> check.accepts(unusable, MESSAGE, pair(BigInteger.ONE, BigInteger.ONE)));
    }
  }

  @Test
  void ed25519SignatureHas64Bytes() {
    byte[] message = {1, 2, 3};
    byte[] signature = TestKeys.sign(JwsAlgorithm.EDDSA, TestKeys.ED25519.getPrivate(), message);
    VerificationKey key = key(JwsAlgorithm.EDDSA);
    assertTrue(key.verifies(JwsAlgorithm.EDDSA, message, signature));
    assertFalse(key.verifies(JwsAlgorithm.EDDSA, message, Arrays.copyOf(signature, 65)));
  }

  @Test
  void macIsWhole() {
    byte[] message = {1, 2, 3};
    byte[] mac = TestKeys.sign(JwsAlgorithm.HS512, TestKeys.secret(), message);
    VerificationKey key = key(JwsAlgorithm.HS512);
    assertTrue(key.verifies(JwsAlgorithm.HS512, message, mac));
    assertFalse(key.verifies(JwsAlgorithm.HS512, message, Arrays.copyOf(mac, 32)));
    assertFalse(key.verifies(JwsAlgorithm.HS512, message, Arrays.copyOf(mac, 65)));
  }

  /** A key that notices when a platform begins to verify with it. */
  private static final class ParametersAlone implements ECPublicKey {

    private static final long serialVersionUID = 1L;

    @Override
    public ECParameterSpec getParams() {
      return ((ECPublicKey) TestKeys.P256.getPublic()).getParams();
    }

    @Override
    public ECPoint getW() {
      throw new IllegalStateException("the platform has been reached");
    }

    @Override
    public String getAlgorithm() {
      return "EC";
    }

    @Override
    public @Nullable String getFormat() {
      return null;
    }

    @Override
    public byte @Nullable [] getEncoded() {
      return null;
    }
  }
}
