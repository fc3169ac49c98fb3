package co.tambo.auth.internal.jose;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.util.EnumSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

class VerificationKeyTest {

  private static final Set<JwsAlgorithm> RS256 = Set.of(JwsAlgorithm.RS256);
  private static final VerificationKey KEY =
      new VerificationKey("a", TestKeys.RSA.getPublic(), RS256);

  @Test
  void equalityIsOfMaterialKidAndAlgorithms() {
    VerificationKey same = new VerificationKey("a", TestKeys.RSA.getPublic(), RS256);
    assertEquals(KEY, same);
    assertEquals(KEY.hashCode(), same.hashCode());
    assertNotEquals(KEY, new VerificationKey("b", TestKeys.RSA.getPublic(), RS256));
    assertNotEquals(KEY, new VerificationKey(null, TestKeys.RSA.getPublic(), RS256));
    assertNotEquals(KEY, new VerificationKey("a", TestKeys.rsa(2048).getPublic(), RS256));
    assertNotEquals(
        KEY,
        new VerificationKey(
            "a", TestKeys.RSA.getPublic(), EnumSet.of(JwsAlgorithm.RS256, JwsAlgorithm.PS256)));
  }

  @Test
  void textHasKidAndTypeAlone() {
    assertEquals("VerificationKey[kid=\"a\", kty=RSA]", KEY.toString());
    assertEquals(
        "VerificationKey[kid=\"\\n\\u001b\", kty=oct]",
        new VerificationKey("\n\u001b", TestKeys.secret(), Set.of(JwsAlgorithm.HS256)).toString());
  }
}
