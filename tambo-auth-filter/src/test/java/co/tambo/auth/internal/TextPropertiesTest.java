package co.tambo.auth.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import co.tambo.auth.parts.Cases;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class TextPropertiesTest {

  private static final String TOKEN =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~+/=";

  @Test
  void cacheKeysAreEqualIfTokensAndPoliciesAre() {
    Cases.each(
        5 * Cases.COUNT,
        random -> {
          String one = Cases.mutated(random, "eyJ.abc.x", TOKEN);
          String other = random.nextInt(3) == 0 ? one : Cases.mutated(random, one + "a", TOKEN);
          List<byte[]> policies = List.of(Fingerprint.policy("a"), Fingerprint.policy("b"));
          byte[] policy = Cases.oneOf(random, policies);
          byte[] otherPolicy = Cases.oneOf(random, policies);
          Fingerprint key = Fingerprint.of(policy, one);
          Fingerprint otherKey = Fingerprint.of(otherPolicy, other);
          boolean same = one.equals(other) && Arrays.equals(policy, otherPolicy);
          assertEquals(same, key.equals(otherKey));
          assertTrue(!same || key.hashCode() == otherKey.hashCode());
        });
  }

  @Test
  void textInALogIsOneShortLine() {
    Cases.each(
        5 * Cases.COUNT,
        random -> {
          String safe = LogText.safe(Cases.text(random, 200));
          assertTrue(safe.matches("[ -~]{0,120}"), safe);
        });
  }
}
