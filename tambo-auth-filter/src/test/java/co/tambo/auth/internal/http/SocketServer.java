package co.tambo.auth.internal.http;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A server on loopback that answers each request byte by byte as a test wants it. */
public final class SocketServer implements AutoCloseable {

  /** What is done with a connection on which a request head has arrived. */
  public interface Script {
    /** Answers one request; the connection is closed when this throws. */
    void answer(String head, OutputStream out, Socket socket) throws IOException;
  }

  private static final Pattern CONTENT_LENGTH = Pattern.compile("(?i)\\ncontent-length: (\\d+)");

  private final ServerSocket server;
  private final Script script;
  private final AtomicInteger requests = new AtomicInteger();
  private final Set<Socket> open = ConcurrentHashMap.newKeySet();

  private SocketServer(Script script) throws IOException {
    this.server = new ServerSocket(0, 1000, InetAddress.getLoopbackAddress());
    this.script = script;
  }

  /** Starts a server. */
  public static SocketServer start(Script script) {
    try {
      SocketServer server = new SocketServer(script);
      daemon(server::accept);
      return server;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Returns a script that answers 200 with a body. */
  public static Script ok(String body) {
    return (head, out, socket) -> write(out, response("200 OK", body));
  }

  /** Returns an answer with a length. */
  public static String response(String status, String body, String... headers) {
    String lines = headers.length == 0 ? "" : String.join("\r\n", headers) + "\r\n";
    return "HTTP/1.1 "
        + status
        + "\r\n"
        + lines
        + "Content-Length: "
        + body.length()
        + "\r\n\r\n"
        + body;
  }

  /** Writes text. */
  public static void write(OutputStream out, String text) throws IOException {
    out.write(text.getBytes(StandardCharsets.ISO_8859_1));
    out.flush();
  }

  /** Returns the address of a path. */
  public URI uri(String path) {
    return URI.create("http://127.0.0.1:" + server.getLocalPort() + path);
  }

  /** Returns how many requests have arrived. */
  public int requests() {
    return requests.get();
  }

  /** Returns how many connections are open. */
  public int connections() {
    return open.size();
  }

  private void accept() {
    try {
      while (true) {
        Socket socket = server.accept();
        daemon(() -> serve(socket));
      }
    } catch (IOException closed) {
      return;
    }
  }

  private void serve(Socket socket) {
    open.add(socket);
    try (socket) {
      InputStream in = new BufferedInputStream(socket.getInputStream());
      for (String head = head(in); !head.isEmpty(); head = head(in)) {
        in.skipNBytes(length(head));
        requests.incrementAndGet();
        script.answer(head, socket.getOutputStream(), socket);
      }
    } catch (IOException ended) {
      return;
    } finally {
      open.remove(socket);
    }
  }

  static String head(InputStream in) throws IOException {
    StringBuilder head = new StringBuilder();
    while (head.indexOf("\r\n\r\n") < 0) {
      int next = in.read();
      if (next < 0) {
        return "";
      }
      head.append((char) next);
    }
    return head.toString();
  }

  private static long length(String head) {
    Matcher length = CONTENT_LENGTH.matcher(head);
    return length.find() ? Long.parseLong(length.group(1)) : 0;
  }

  private static void daemon(Runnable task) {
    Thread thread = new Thread(task, "socket-server");
    thread.setDaemon(true);
    thread.start();
  }

  @Override
  public void close() throws IOException {
    server.close();
    for (Socket socket : open) {
      socket.close();
    }
  }
}
