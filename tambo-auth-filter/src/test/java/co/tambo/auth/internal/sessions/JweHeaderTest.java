package co.tambo.auth.internal.sessions;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.nimbusds.jose.CompressionAlgorithm;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JweHeaderTest {

  private final AuthJsSession session =
      new AuthJsSession(List.of(TestSession.SECRET), AuthJsSession.COOKIES);

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"alg\":\"dir\",\"enc\":\"A256GCM\"}",
        "{\"enc\":\"A256GCM\",\"alg\":\"dir\",\"typ\":\"JWT\"}"
      })
  void plainHeaderIsRead(String header) throws Exception {
    assertTrue(isOpened(TestSession.version4().sealedUnder(header)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"alg\":\"dir\",\"enc\":\"A256GCM\",\"zip\":\"DEF\"}",
        "{\"alg\":\"dir\",\"enc\":\"A256GCM\",\"zip\":null}",
        "{\"alg\":\"dir\",\"enc\":\"A256GCM\",\"crit\":[\"exp\"],\"exp\":1}",
        "{\"alg\":\"dir\",\"enc\":\"A256GCM\",\"crit\":[]}",
        "{\"alg\":\"dir\",\"enc\":\"A256GCM\",\"kid\":7}",
        "{\"alg\":\"dir\",\"enc\":\"A256GCM\",\"kid\":null}",
        "{\"alg\":\"dir\",\"alg\":\"dir\",\"enc\":\"A256GCM\"}",
        "{\"alg\":\"dir\",\"enc\":\"A256CBC-HS512\",\"enc\":\"A256GCM\"}",
        "{\"alg\":\"dir\",\"enc\":\"A256GCM\",\"x\":{\"y\":1,\"y\":1}}",
        "{\"alg\":\"DIR\",\"enc\":\"A256GCM\"}",
        "{\"alg\":\"A256KW\",\"enc\":\"A256GCM\"}",
        "{\"alg\":\"none\",\"enc\":\"A256GCM\"}",
        "{\"alg\":[\"dir\"],\"enc\":\"A256GCM\"}",
        "{\"enc\":\"A256GCM\"}",
        "{\"alg\":\"dir\"}",
        "{\"alg\":\"dir\",\"enc\":\"a256gcm\"}",
        "{\"alg\":\"dir\",\"enc\":\"A128GCM\"}",
        "{\"alg\":\"dir\",\"enc\":\"A256CBC-HS512\"}",
        "{\"alg\":\"dir\",\"enc\":null}",
        "{\"alg\":\"dir\",\"enc\":\"A256GCM\",}",
        "[]",
        ""
      })
  void otherHeaderIsRefusedThoughItsTagIsRight(String header) throws Exception {
    assertFalse(isOpened(TestSession.version4().sealedUnder(header)));
  }

  @Test
  void compressedSessionIsRefused() throws Exception {
    TestSession made = TestSession.version5();

    assertFalse(
        isOpened(
            made.sealed(made.header().compressionAlgorithm(CompressionAlgorithm.DEF).build())));
  }

  private boolean isOpened(String jwe) {
    return session.open(jwe).isPresent();
  }
}
