package co.tambo.auth.internal.http;

import co.tambo.auth.internal.http.HttpFetch.Answer;
import co.tambo.auth.internal.http.HttpFetch.Cause;
import java.io.IOException;
import java.io.InputStream;
import java.net.ProtocolException;
import java.net.http.HttpHeaders;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads the one answer of a connection (RFC 9112 sections 4 to 7). Not thread-safe. */
final class AnswerReader {

  private static final int MAX_INTERIM_ANSWERS = 8;
  private static final int MAX_LENGTH_DIGITS = 18;
  private static final Pattern STATUS_LINE = Pattern.compile("HTTP/1\\.[01] ([1-9][0-9]{2})( .*)?");
  private static final Set<Integer> WITHOUT_BODY = Set.of(204, 304);

  private final MessageInput in;
  private final int maxBytes;

  AnswerReader(InputStream in, int maxBytes) {
    this.in = new MessageInput(in);
    this.maxBytes = maxBytes;
  }

  /**
   * Returns the answer.
   *
   * @throws UnreadableAnswerException when it had begun
   * @throws IOException when no byte has come
   */
  Answer read() throws IOException {
    try {
      int status = status();
      HttpHeaders fields = fields();
      for (int interim = 0; status < 200; interim++) {
        require(interim < MAX_INTERIM_ANSWERS);
        status = status();
        fields = fields();
      }
      return new Answer(status, fields, body(status, fields));
    } catch (UnreadableAnswerException e) {
      throw e;
    } catch (IOException e) {
      throw in.hasBegun()
          ? new UnreadableAnswerException(Cause.BROKEN, e.getClass().getSimpleName())
          : e;
    }
  }

  private int status() throws IOException {
    Matcher line = STATUS_LINE.matcher(in.line());
    require(line.matches());
    return Integer.parseInt(line.group(1));
  }

  private HttpHeaders fields() throws IOException {
    Map<String, List<String>> fields = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    for (String field : in.section()) {
      int colon = field.indexOf(':');
      require(colon > 0 && field.substring(0, colon).chars().allMatch(MessageInput::isTokenChar));
      fields
          .computeIfAbsent(field.substring(0, colon), name -> new ArrayList<>())
          .add(field.substring(colon + 1).strip());
    }
    return HttpHeaders.of(fields, (name, value) -> true);
  }

  private byte[] body(int status, HttpHeaders fields) throws IOException {
    if (BoundedBody.isEncoded(fields)) {
      throw UnreadableAnswerException.encoded();
    }
    if (WITHOUT_BODY.contains(status)) {
      return new byte[0];
    }
    List<String> codings = fields.allValues("Transfer-Encoding");
    if (codings.isEmpty()) {
      return identity(fields);
    }
    require(codings.size() == 1 && codings.get(0).equalsIgnoreCase("chunked"));
    return bounded(new ChunkedBody(in));
  }

  private byte[] identity(HttpHeaders fields) throws IOException {
    Set<String> lengths = Set.copyOf(fields.allValues("Content-Length"));
    if (lengths.isEmpty()) {
      return bounded(in.stream());
    }
    String length = lengths.iterator().next();
    require(lengths.size() == 1 && isLength(length));
    if (Long.parseLong(length) > maxBytes) {
      throw UnreadableAnswerException.tooLarge(maxBytes);
    }
    byte[] body = in.stream().readNBytes(Integer.parseInt(length));
    require(body.length == Integer.parseInt(length));
    return body;
  }

  private static boolean isLength(String text) {
    return !text.isEmpty()
        && text.length() <= MAX_LENGTH_DIGITS
        && text.chars().allMatch(c -> c >= '0' && c <= '9');
  }

  private byte[] bounded(InputStream body) throws IOException {
    byte[] read = body.readNBytes(maxBytes + 1);
    if (read.length > maxBytes) {
      throw UnreadableAnswerException.tooLarge(maxBytes);
    }
    return read;
  }

  static void require(boolean wellFormed) throws ProtocolException {
    if (!wellFormed) {
      throw new ProtocolException();
    }
  }
}
