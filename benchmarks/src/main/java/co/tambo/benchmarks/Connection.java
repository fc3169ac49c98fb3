package co.tambo.benchmarks;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** One connection of HTTP/1.1 that is kept; opened anew when the server closes it. */
final class Connection implements AutoCloseable {

  private final int port;
  private Socket socket = new Socket();
  private InputStream input = InputStream.nullInputStream();

  Connection(int port) {
    this.port = port;
  }

  /** Returns a request for the protected page. */
  static byte[] request(String token) {
    String text =
        "GET /api/me HTTP/1.1\r\nHost: 127.0.0.1\r\nAuthorization: Bearer " + token + "\r\n\r\n";
    return text.getBytes(StandardCharsets.US_ASCII);
  }

  /** Sends a request and returns the status of the answer, which is read to its end. */
  int status(byte[] request) throws IOException {
    if (!socket.isConnected() || socket.isClosed()) {
      open();
    }
    socket.getOutputStream().write(request);
    int status = Integer.parseInt(line().substring(9, 12));
    int length = 0;
    boolean kept = true;
    for (String header = line(); !header.isEmpty(); header = line()) {
      String lower = header.toLowerCase(Locale.ROOT);
      if (lower.startsWith("content-length:")) {
        length = Integer.parseInt(lower.substring(15).trim());
      }
      kept &= !lower.equals("connection: close");
    }
    input.skipNBytes(length);
    if (!kept) {
      socket.close();
    }
    return status;
  }

  private void open() throws IOException {
    socket = new Socket(InetAddress.getLoopbackAddress(), port);
    socket.setTcpNoDelay(true);
    input = new BufferedInputStream(socket.getInputStream());
  }

  private String line() throws IOException {
    StringBuilder line = new StringBuilder();
    for (int c = input.read(); c != '\n'; c = input.read()) {
      if (c < 0) {
        throw new EOFException("the server has gone");
      }
      if (c != '\r') {
        line.append((char) c);
      }
    }
    return line.toString();
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
