package co.tambo.auth.internal.http;

import static co.tambo.auth.internal.http.AnswerReader.require;

import java.io.IOException;
import java.io.InputStream;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A body that comes in chunks (RFC 9112 section 7.1), without extensions and trailers. */
final class ChunkedBody extends InputStream {

  private static final Pattern CHUNK = Pattern.compile("([0-9A-Fa-f]{1,8})[ \\t]*(;.*)?");

  private final MessageInput in;
  private long left;
  private boolean begun;
  private boolean ended;

  ChunkedBody(MessageInput in) {
    this.in = in;
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  @Override
  public int read(byte[] bytes, int offset, int length) throws IOException {
    if (left == 0 && !ended) {
      nextChunk();
    }
    if (ended) {
      return -1;
    }
    int read = in.stream().read(bytes, offset, (int) Math.min(length, left));
    require(read >= 0);
    left -= read;
    return read;
  }

  private void nextChunk() throws IOException {
    require(!begun || in.line().isEmpty());
    begun = true;
    Matcher size = CHUNK.matcher(in.line());
    require(size.matches());
    left = Long.parseLong(size.group(1), 16);
    if (left == 0) {
      ended = true;
      in.section();
    }
  }
}
