package co.tambo.auth;

import static co.tambo.auth.internal.http.SocketServer.response;
import static co.tambo.auth.internal.http.SocketServer.write;

import co.tambo.auth.internal.http.SocketServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.zip.GZIPOutputStream;

/** What a far side can do to whoever asks it; every text of it holds the word {@code canary}. */
enum Fault {
  RESET(
      (head, out, socket) -> {
        socket.setSoLinger(true, 0);
        socket.close();
      }),
  CLOSED((head, out, socket) -> socket.close()),
  HALF_OPEN((head, out, socket) -> hang(socket), true),
  HEADERS_THEN_SILENCE(
      (head, out, socket) -> {
        write(out, "HTTP/1.1 200 OK\r\nX: canary\r\nContent-Length: 99\r\n\r\n");
        hang(socket);
      },
      true),
  DRIPPING_HEADERS((head, out, socket) -> drip(out, "HTTP/1.1 200 OK\r\nX: canary", "y"), true),
  DRIPPING_BODY(
      (head, out, socket) -> drip(out, "HTTP/1.1 200 OK\r\nContent-Length: 9999\r\n\r\n", " "),
      true),
  CUT_SHORT(
      (head, out, socket) -> {
        write(out, "HTTP/1.1 200 OK\r\nContent-Length: 99\r\n\r\n{\"canary");
        socket.close();
      }),
  NO_HTTP((head, out, socket) -> write(out, "220 canary mail\r\n\r\n")),
  ENDLESS(
      (head, out, socket) -> {
        write(out, "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n");
        while (true) {
          write(out, "7\r\ncanary \r\n");
        }
      }),
  ENDLESS_HEADERS(
      (head, out, socket) -> {
        write(out, "HTTP/1.1 200 OK\r\n");
        for (int i = 0; true; i++) {
          write(out, "X-" + i + ": canary\r\n");
        }
      }),
  TEN_MEGABYTES((head, out, socket) -> write(out, response("200 OK", " ".repeat(10_000_000)))),
  GZIP_BOMB(
      (head, out, socket) ->
          write(out, response("200 OK", Fault.zeros(10_000_000), "Content-Encoding: gzip"))),
  GZIP_UNDECLARED((head, out, socket) -> write(out, response("200 OK", Fault.zeros(100)))),
  HTML(answering("200 OK", "<html>canary</html>", "Content-Type: text/html")),
  OTHER_CONTENT_TYPE(answering("200 OK", "canary: yes", "Content-Type: text/yaml")),
  BAD_UTF_8(answering("200 OK", "{\"keys\":[],\"access_token\":\"canary\u00c0\u00af\"}")),
  DUPLICATE_MEMBERS(
      answering("200 OK", "{\"keys\":[],\"keys\":[],\"access_token\":\"canary\",\"keys\":1}")),
  TRAILING_BYTES(answering("200 OK", "{\"keys\":[]}canary")),
  NULL(answering("200 OK", "null")),
  LIST_OF_NULL(answering("200 OK", "[null]")),
  EMPTY(answering("200 OK", "")),
  S201(answering("201 Created", "")),
  S204((head, out, socket) -> write(out, "HTTP/1.1 204 No Content\r\n\r\n")),
  S206(answering("206 Partial", "{\"canary")),
  S301(answering("301 Moved", "", "Location: /canary")),
  S302(answering("302 Found", "", "Location: /canary")),
  S307(answering("307 Temp", "", "Location: /canary")),
  S308(answering("308 Perm", "", "Location: /canary")),
  S400(error("400 Bad")),
  S401(error("401 Unauthorized")),
  S402(error("402 Pay")),
  S403(error("403 Forbidden")),
  S404(error("404 Gone")),
  S409(error("409 Conflict")),
  S413(error("413 Large")),
  S422(error("422 Odd")),
  S429(error("429 Many")),
  S429_SECONDS(error("429 Many", "Retry-After: 7")),
  S429_DATE(error("429 Many", "Retry-After: Thu, 31 Dec 2099 23:59:59 GMT")),
  S429_PAST(error("429 Many", "Retry-After: Thu, 01 Jan 2015 00:00:00 GMT")),
  S429_NEGATIVE(error("429 Many", "Retry-After: -1")),
  S429_HUGE(error("429 Many", "Retry-After: 99999999999999999999")),
  S429_WORDS(error("429 Many", "Retry-After: soon")),
  S431(error("431 Headers")),
  S500(error("500 Oops")),
  S502_HTML(answering("502 Bad Gateway", "<html>canary</html>", "Content-Type: text/html")),
  S503(error("503 Down", "Retry-After: 30")),
  S504(error("504 Late"));

  @SuppressWarnings("ImmutableEnumChecker") // the scripts capture texts only
  private final SocketServer.Script script;

  private final boolean lasting;

  Fault(SocketServer.Script script, boolean lasting) {
    this.script = script;
    this.lasting = lasting;
  }

  Fault(SocketServer.Script script) {
    this(script, false);
  }

  SocketServer.Script script() {
    return script;
  }

  /** Says whether nothing but a deadline ends it. */
  boolean lasting() {
    return lasting;
  }

  /**
   * Returns how many connections may stay open: one for the next request after an answer, and one
   * that the JDK's client forgets to close after an answer that is no HTTP.
   */
  int kept() {
    return this == NO_HTTP || this == ENDLESS_HEADERS || compareTo(GZIP_BOMB) > 0 ? 1 : 0;
  }

  private static SocketServer.Script answering(String status, String body, String... headers) {
    return (head, out, socket) -> write(out, response(status, body, headers));
  }

  private static SocketServer.Script error(String status, String... headers) {
    String code = status.substring(0, 3);
    String body = "{\"message\":\"canary\",\"error\":\"canary\",\"statusCode\":" + code + "}";
    return answering(status, body, headers);
  }

  private static void hang(Socket socket) throws IOException {
    if (socket.getInputStream().read() < 0) {
      socket.close();
    }
  }

  private static void drip(OutputStream out, String beginning, String piece) throws IOException {
    write(out, beginning);
    try {
      while (!new CountDownLatch(1).await(300, TimeUnit.MILLISECONDS)) {
        write(out, piece);
      }
    } catch (InterruptedException e) {
      throw new IOException(e);
    }
  }

  private static String zeros(int count) {
    ByteArrayOutputStream zipped = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(zipped)) {
      gzip.write(new byte[count]);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return zipped.toString(StandardCharsets.ISO_8859_1);
  }
}
