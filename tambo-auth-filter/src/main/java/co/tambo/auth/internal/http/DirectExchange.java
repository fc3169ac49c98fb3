package co.tambo.auth.internal.http;

import co.tambo.auth.internal.http.HttpFetch.Answer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.Socket;
import java.net.URI;
import java.net.UnknownHostException;
import java.net.http.HttpRequest;
import java.util.concurrent.CompletableFuture;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;

/**
 * A request and its answer over a connection of their own to one of some addresses. The name in the
 * request's URI is not resolved; it is what the server's certificate has to be for. Thread-safe.
 */
@SuppressWarnings("FutureReturnValueIgnored") // what is chained here are actions
final class DirectExchange {

  private static final int CONNECT_MILLIS = 3_000;

  private final SSLSocketFactory tls;

  DirectExchange(SSLContext trust) {
    tls = trust.getSocketFactory();
  }

  /**
   * Sends a request and reads its answer; blocks.
   *
   * @param call when it completes, for whatever reason, the connection is closed
   */
  Answer send(HttpRequest request, int maxBytes, InetAddress[] addresses, CompletableFuture<?> call)
      throws IOException {
    URI uri = request.uri();
    try (Socket connected = connected(addresses, port(uri), call);
        Socket socket = isTls(uri) ? secured(connected, uri) : connected) {
      OutputStream out = socket.getOutputStream();
      out.write(RequestMessage.bytes(request));
      out.flush();
      return new AnswerReader(socket.getInputStream(), maxBytes).read();
    }
  }

  private static boolean isTls(URI uri) {
    return uri.getScheme().equalsIgnoreCase("https");
  }

  private static int port(URI uri) {
    int standard = isTls(uri) ? 443 : 80;
    return uri.getPort() < 0 ? standard : uri.getPort();
  }

  private static Socket connected(InetAddress[] addresses, int port, CompletableFuture<?> call)
      throws IOException {
    IOException last = new UnknownHostException();
    for (InetAddress address : addresses) {
      Socket socket = new Socket(Proxy.NO_PROXY);
      call.whenComplete((ended, failure) -> close(socket));
      try {
        socket.connect(new InetSocketAddress(address, port), CONNECT_MILLIS);
        return socket;
      } catch (IOException e) {
        close(socket);
        last = e;
      }
    }
    throw last;
  }

  /** Says by server name indication whom it wants, and goes on only with a certificate for them. */
  private Socket secured(Socket connected, URI uri) throws IOException {
    SSLSocket socket = (SSLSocket) tls.createSocket(connected, uri.getHost(), port(uri), true);
    SSLParameters parameters = socket.getSSLParameters();
    parameters.setEndpointIdentificationAlgorithm("HTTPS");
    socket.setSSLParameters(parameters);
    try {
      socket.startHandshake();
      return socket;
    } catch (SSLException e) {
      throw e;
    } catch (IOException e) {
      throw new SSLException("handshake", e);
    }
  }

  private static void close(Socket socket) {
    try {
      socket.close();
    } catch (IOException gone) {
      return;
    }
  }
}
