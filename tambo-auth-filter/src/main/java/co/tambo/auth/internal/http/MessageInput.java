package co.tambo.auth.internal.http;

import static co.tambo.auth.internal.http.AnswerReader.require;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;

/** The lines of a message, and the bytes between them (RFC 9112 section 2). Not thread-safe. */
final class MessageInput {

  private static final int MAX_LINE = 16_384;
  private static final int MAX_LINES = 256;

  private final InputStream in;
  private boolean begun;

  MessageInput(InputStream in) {
    this.in = new BufferedInputStream(in);
  }

  boolean hasBegun() {
    return begun;
  }

  InputStream stream() {
    return in;
  }

  /** Returns the lines up to an empty one. */
  List<String> section() throws IOException {
    List<String> lines = new ArrayList<>();
    for (String line = line(); !line.isEmpty(); line = line()) {
      require(lines.size() < MAX_LINES);
      lines.add(line);
    }
    return lines;
  }

  /** Returns a line without its end. */
  String line() throws IOException {
    StringBuilder line = new StringBuilder();
    int next = octet();
    while (next != '\r' && next != '\n') {
      require(line.length() < MAX_LINE && (next == '\t' || (next >= ' ' && next != 0x7f)));
      line.append((char) next);
      next = octet();
    }
    require(next == '\n' || octet() == '\n');
    return line.toString();
  }

  private int octet() throws IOException {
    int octet = in.read();
    if (octet < 0) {
      throw new EOFException();
    }
    begun = true;
    return octet;
  }

  /** Returns whether a name may hold a character (RFC 9110 section 5.6.2). */
  static boolean isTokenChar(int c) {
    return (c >= '0' && c <= '9')
        || (c >= 'A' && c <= 'Z')
        || (c >= 'a' && c <= 'z')
        || "!#$%&'*+-.^_`|~".indexOf(c) >= 0;
  }
}
