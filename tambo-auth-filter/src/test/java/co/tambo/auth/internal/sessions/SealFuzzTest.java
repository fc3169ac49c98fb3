package co.tambo.auth.internal.sessions;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import co.tambo.auth.internal.time.TestTime;
import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.List;
import java.util.Optional;

/**
 * Any cookie: nothing opens but what was sealed. A text that begins with a brace is a session,
 * sealed here first.
 */
class SealFuzzTest {

  private static final AuthJsSession SESSIONS =
      new AuthJsSession(List.of(TestSession.SECRET), List.of(TestSession.COOKIE));
  private static final WorkOsSeal SEALS = new WorkOsSeal(TestSeal.PASSWORD, new TestTime());

  @FuzzTest
  void anyCookie(byte[] input) throws GeneralSecurityException {
    String text = new String(input, StandardCharsets.ISO_8859_1);
    if (text.startsWith("{")) {
      sealed(text);
      return;
    }
    Optional<byte[]> session = SESSIONS.open(text);
    session.ifPresent(
        claims -> assertArrayEquals(TestSession.CLAIMS.getBytes(StandardCharsets.UTF_8), claims));
    if (SEALS.open(text).isPresent()) {
      assertEquals(new TestSeal().sealed(), text);
    }
    if (session.isPresent()) {
      assertEquals(sealedSession(), text);
    }
  }

  /** Returns the one session that the corpus holds. */
  static String sealedSession() throws GeneralSecurityException {
    return TestSession.version4().sealedUnder("{\"alg\":\"dir\",\"enc\":\"A256GCM\"}");
  }

  private static void sealed(String session) throws GeneralSecurityException {
    Optional<String> token = SEALS.open(new TestSeal().session(session).sealed());
    assertFalse(token.isPresent() && !session.contains("a"));
    SESSIONS.open(TestSession.version4().sealedUnder(session));
  }
}
