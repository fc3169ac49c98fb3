package co.tambo.auth.internal.keys;

import static co.tambo.auth.internal.jose.JwsAlgorithm.ES256;
import static co.tambo.auth.internal.jose.JwsAlgorithm.RS256;
import static co.tambo.auth.internal.keys.TestKey.kids;
import static org.junit.jupiter.api.Assertions.assertEquals;

import co.tambo.auth.internal.keys.KeySource.NoSuchKey;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class FixedKeysTest {

  private static final TestKey A = TestKey.es256("a");
  private static final TestKey B = TestKey.es256("b");
  private static final TestKey UNNAMED = TestKey.es256(null);

  private final KeySource keys = KeySource.fixed(TestKey.admitted(A, B, UNNAMED));

  @Test
  void kidMeansItsKeyAndThoseWithoutOne() {
    assertEquals(Arrays.asList("a", null), kids(keys.find("a", ES256)));
    assertEquals(Arrays.asList("a", "b", null), kids(keys.find(null, ES256)));
    assertEquals(List.of("a"), kids(KeySource.fixed(TestKey.admitted(A)).find("a", ES256)));
  }

  @Test
  void otherKidAndOtherAlgorithmMeanNone() {
    KeySource named = KeySource.fixed(TestKey.admitted(A, B));
    assertEquals(new NoSuchKey(), named.find("c", ES256));
    assertEquals(new NoSuchKey(), keys.find("a", RS256));
  }

  @Test
  void configuredKeyStands() {
    assertEquals(List.of("b"), kids(keys.recheck(TestKey.admitted(B).get(0))));
    assertEquals(new NoSuchKey(), keys.recheck(TestKey.admitted(TestKey.es256("b")).get(0)));
  }
}
