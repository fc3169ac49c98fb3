package co.tambo.auth.internal.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import co.tambo.auth.internal.http.HttpFetch.Answer;
import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;

/** Any bytes of a server: one bounded answer, or a failure that says whether it had begun. */
class AnswerFuzzTest {

  private static final int MAX = 64;

  @FuzzTest
  void anyMessage(byte[] input) {
    try {
      Answer answer = new AnswerReader(new ByteArrayInputStream(input), MAX).read();
      assertTrue(answer.status() >= 200 && answer.status() <= 999);
      assertTrue(answer.body().length <= Math.min(MAX, input.length));
    } catch (UnreadableAnswerException begun) {
      assertTrue(input.length > 0);
    } catch (IOException nothing) {
      assertInstanceOf(EOFException.class, nothing);
      assertEquals(0, input.length);
    }
  }
}
