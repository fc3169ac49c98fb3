package co.tambo.auth.internal.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import co.tambo.auth.internal.http.HttpFetch.Answer;
import co.tambo.auth.internal.http.HttpFetch.Cause;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AnswerReaderTest {

  private static final int MAX = 10;

  /** Bars stand for line ends. */
  private static Answer read(String message) throws IOException {
    byte[] bytes = message.replace("|", "\r\n").getBytes(StandardCharsets.ISO_8859_1);
    return new AnswerReader(new ByteArrayInputStream(bytes), MAX).read();
  }

  private static Cause refusal(String message) {
    return assertThrows(UnreadableAnswerException.class, () -> read(message)).kind();
  }

  private static String body(Answer answer) {
    return new String(answer.body(), StandardCharsets.ISO_8859_1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "HTTP/1.1 200 OK|Content-Length: 2||hi",
        "HTTP/1.1 200|content-length:2||hi, and what is not asked for",
        "HTTP/1.1 200 OK|Content-Length: 2|Content-Length: 2||hi",
        "HTTP/1.0 200 OK||hi",
        "HTTP/1.1 200 OK\nContent-Length: 2\n\nhi",
        "HTTP/1.1 200 OK|Transfer-Encoding: chunked||2|hi|0||",
        "HTTP/1.1 200 OK|Transfer-Encoding: Chunked||01|h|1;a=b|i|000;c|Trailer: x||",
        "HTTP/1.1 200 OK|Transfer-Encoding: chunked|Content-Length: 9||2|hi|0||",
        "HTTP/1.1 200 OK|Content-Encoding: identity|Content-Length: 2||hi",
        "HTTP/1.1 100 Continue||HTTP/1.1 103 Early Hints|Link: x||HTTP/1.1 200 OK||hi"
      })
  void answerIsRead(String message) throws IOException {
    Answer answer = read(message);
    assertEquals(200, answer.status());
    assertEquals("hi", body(answer));
  }

  @ParameterizedTest
  @ValueSource(strings = {"HTTP/1.1 204 No Content||", "HTTP/1.1 304 Same|Content-Length: 5||"})
  void answerWithoutBodyIsNotWaitedFor(String message) throws IOException {
    assertEquals("", body(read(message)));
  }

  @Test
  void fieldsOfOneNameAreAllThereInAnyCase() throws IOException {
    Answer answer = read("HTTP/1.1 200 OK|Retry-After: 1|retry-after:\t2 |X:||");
    assertEquals(List.of("1", "2"), answer.headers().allValues("RETRY-AFTER"));
    assertEquals(List.of(""), answer.headers().allValues("x"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "HTTP/1.1 200 OK|Content-Length: 3||hi",
        "HTTP/1.1 200 OK|Content-Length: 2|Content-Length: 3||hi",
        "HTTP/1.1 200 OK|Content-Length: 2, 2||hi",
        "HTTP/1.1 200 OK|Content-Length: +2||hi",
        "HTTP/1.1 200 OK|Content-Length: -2||hi",
        "HTTP/1.1 200 OK|Content-Length:||hi",
        "HTTP/1.1 200 OK|Content-Length: 1111111111111111111||hi",
        "HTTP/1.1 200 OK|Transfer-Encoding: gzip, chunked||2|hi|0||",
        "HTTP/1.1 200 OK|Transfer-Encoding: chunked|Transfer-Encoding: chunked||2|hi|0||",
        "HTTP/1.1 200 OK|Transfer-Encoding: chunked||2|hi|",
        "HTTP/1.1 200 OK|Transfer-Encoding: chunked||2|hi|0|",
        "HTTP/1.1 200 OK|Transfer-Encoding: chunked||2|hi0||",
        "HTTP/1.1 200 OK|Transfer-Encoding: chunked||2hi|0||",
        "HTTP/1.1 200 OK|Transfer-Encoding: chunked||-2|hi|0||",
        "HTTP/1.1 200 OK|Transfer-Encoding: chunked||0x2|hi|0||",
        "HTTP/1.1 200 OK|Transfer-Encoding: chunked||100000002|hi|0||",
        "HTTP/1.1 200 OK|Content-Encoding: gzip|Content-Length: 2||hi",
        "HTTP/1.1 200 OK|No colon||",
        "HTTP/1.1 200 OK|Space : x||",
        "HTTP/1.1 200 OK|: x||",
        "HTTP/1.1 200 OK|A: x| folded||",
        "HTTP/1.1 200 OK|A: x\ry||",
        "HTTP/1.1 200 OK|A: \0||",
        "HTTP/1.1 200 OK|A: \u007f||",
        "HTTP/1.1 200 OK|A: cut",
        "HTTP/1.1 2000 OK||",
        "HTTP/1.1 20 OK||",
        "HTTP/1.1 200OK||",
        "HTTP/1.1  200 OK||",
        "HTTP/2 200 OK||",
        "HTTP/2.0 200 OK||",
        "ICY 200 OK||",
        "|HTTP/1.1 200 OK||",
        "HTTP/1.1 100 Continue||",
        "{}"
      })
  void messageIsBroken(String message) {
    assertEquals(Cause.BROKEN, refusal(message));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "HTTP/1.1 200 OK|Content-Length: 11||",
        "HTTP/1.1 200 OK|Content-Length: 111111111111111111||",
        "HTTP/1.1 200 OK||01234567890",
        "HTTP/1.1 200 OK|Transfer-Encoding: chunked||a|0123456789|1|0|0||",
        "HTTP/1.1 200 OK|Transfer-Encoding: chunked||ffffffff|0123456789_"
      })
  void bodyIsTooLarge(String message) {
    assertEquals(Cause.TOO_LARGE, refusal(message));
  }

  @Test
  void bodyOfTheLimitIsRead() throws IOException {
    assertEquals("0123456789", body(read("HTTP/1.1 200 OK|Content-Length: 10||0123456789")));
    assertEquals("0123456789", body(read("HTTP/1.1 200 OK||0123456789")));
  }

  @ParameterizedTest
  @CsvSource({"16384,256,8", "16385,1,0", "1,257,0", "1,1,9"})
  void headIsBounded(int line, int fields, int interim) throws IOException {
    String message =
        "HTTP/1.1 103 Early Hints||".repeat(interim)
            + "HTTP/1.1 200 OK|"
            + "A:x|".repeat(fields - 1)
            + "A:"
            + "x".repeat(Math.max(0, line - 2))
            + "||hi";
    if (line <= 16_384 && fields <= 256 && interim <= 8) {
      assertEquals("hi", body(read(message)));
    } else {
      assertEquals(Cause.BROKEN, refusal(message));
    }
  }

  @Test
  void nothingAtAllIsNotABrokenAnswer() {
    IOException nothing = assertThrows(IOException.class, () -> read(""));
    assertFalse(nothing instanceof UnreadableAnswerException);
  }
}
