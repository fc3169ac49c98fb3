package co.tambo.auth.internal.jose;

import static org.junit.jupiter.api.Assertions.assertEquals;

import co.tambo.auth.internal.jose.KeyMaterial.Admitted;
import co.tambo.auth.internal.time.TestTime;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class CertificateMapTest {

  private static final String CERTIFICATE = PemReaderTest.Certificate.FOR_SIGNATURES;
  private static final String NO_ARRAY = "The key set has no array of keys.";

  private static Admitted admitted(Map<String, @Nullable Object> document) {
    return KeyMaterial.fromJwkSet(
        document, EnumSet.allOf(JwsAlgorithm.class), new TestTime().now());
  }

  private static List<@Nullable String> kids(Admitted admitted) {
    return admitted.keys().stream().<@Nullable String>map(VerificationKey::kid).toList();
  }

  @Test
  void eachCertificateIsAKeyOfItsName() {
    Map<String, @Nullable Object> document = new LinkedHashMap<>();
    document.put("one", CERTIFICATE);
    document.put("two", CERTIFICATE);
    assertEquals(List.of("one", "two"), kids(admitted(document)));
    assertEquals(List.of(), admitted(document).problems());
  }

  @Test
  void certificateThatCannotBeUsedIsLeftOutAlone() {
    Map<String, @Nullable Object> document = new LinkedHashMap<>();
    document.put("none", "-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n");
    document.put("two", CERTIFICATE + CERTIFICATE);
    document.put("one", CERTIFICATE);
    assertEquals(List.of("one"), kids(admitted(document)));
    String problem = " is left out: it is not one certificate that can be used.";
    assertEquals(List.of("Key 1" + problem, "Key 2" + problem), admitted(document).problems());
  }

  @Test
  void documentWithAnythingElseIsNone() {
    assertEquals(List.of(NO_ARRAY), admitted(Map.of()).problems());
    assertEquals(List.of(NO_ARRAY), admitted(Map.of("one", CERTIFICATE, "x", 1L)).problems());
    assertEquals(List.of(NO_ARRAY), admitted(Map.of("one", CERTIFICATE, "x", "y")).problems());
    assertEquals(
        List.of(NO_ARRAY), admitted(Map.of("one", CERTIFICATE, "keys", CERTIFICATE)).problems());
  }

  @Test
  void atMost300AreRead() {
    Map<String, @Nullable Object> document = new LinkedHashMap<>();
    IntStream.range(0, 301).forEach(i -> document.put("k" + i, CERTIFICATE));
    assertEquals(300, admitted(document).keys().size());
  }
}
