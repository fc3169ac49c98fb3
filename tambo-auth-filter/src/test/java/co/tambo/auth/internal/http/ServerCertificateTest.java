package co.tambo.auth.internal.http;

import static co.tambo.auth.internal.http.SocketServer.response;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import co.tambo.auth.internal.http.HttpFetch.Answer;
import co.tambo.auth.internal.http.HttpFetch.Cause;
import co.tambo.auth.internal.http.HttpFetch.Failure;
import co.tambo.auth.internal.http.HttpFetch.Outcome;
import co.tambo.auth.parts.Attack;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ProxySelector;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import javax.net.ssl.ExtendedSSLSession;
import javax.net.ssl.SNIHostName;
import javax.net.ssl.SNIServerName;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** Whose TLS certificate is taken: that of an authority the JVM trusts, for this host, in time. */
@Timeout(30)
@ParameterizedClass
@EnumSource(Client.class)
class ServerCertificateTest {

  private static final String LATER = "491231000000Z";
  private static final String PAST = "210101000000Z";
  private static final String TLS_1_0_HELLO = "160301002a020000260301" + "00".repeat(33) + "002f00";

  private final TestAuthority authority = new TestAuthority();
  private final Client client;
  private SSLContext before;

  ServerCertificateTest(Client client) {
    this.client = client;
  }

  @BeforeEach
  void trustTheAuthority() throws Exception {
    before = SSLContext.getDefault();
    SSLContext.setDefault(authority.trusting());
  }

  @AfterEach
  void restore() {
    SSLContext.setDefault(before);
  }

  /** Asks a server that has a certificate, or one that sends bytes. */
  private Outcome outcome(ServerSocket server, byte[] sent) throws IOException {
    try (server;
        HttpFetch fetch = client.open()) {
      URI uri = URI.create("https://127.0.0.1:" + server.getLocalPort() + "/");
      CompletableFuture<Outcome> outcome =
          fetch.send(HttpRequest.newBuilder(uri).build(), Duration.ofSeconds(10), 100);
      try (Socket socket = server.accept()) {
        assertNotEquals(-1, socket.getInputStream().read());
        socket.getOutputStream().write(sent);
        socket.getOutputStream().flush();
        return outcome.join();
      } catch (IOException handshakeFailed) {
        return outcome.join();
      }
    }
  }

  private Outcome outcome(SSLContext context) throws IOException {
    return outcome(
        context.getServerSocketFactory().createServerSocket(0, 1, InetAddress.getLoopbackAddress()),
        response("200 OK", "x").getBytes(StandardCharsets.US_ASCII));
  }

  private static void assertNoConnection(Outcome outcome) {
    assertEquals(Cause.CONNECT, assertInstanceOf(Failure.class, outcome).cause());
  }

  @Test
  void certificateOfATrustedAuthorityForTheHostInTimeIsTaken() throws Exception {
    assertInstanceOf(Answer.class, outcome(authority.serving("127.0.0.1", LATER)));
  }

  @Test
  @Attack("K19")
  void certificateForAnotherHostIsRefused() throws Exception {
    assertNoConnection(outcome(authority.serving("other.example", LATER)));
  }

  @Test
  @Attack("K19")
  void expiredCertificateIsRefused() throws Exception {
    assertNoConnection(outcome(authority.serving("127.0.0.1", PAST)));
  }

  @Test
  @Attack("K19")
  void certificateThatNobodySignedIsRefused() throws Exception {
    assertNoConnection(outcome(TestAuthority.servingSelfSigned("127.0.0.1")));
  }

  @Test
  @Attack("K19")
  void certificateOfAnotherAuthorityIsRefused() throws Exception {
    assertNoConnection(outcome(new TestAuthority().serving("127.0.0.1", LATER)));
  }

  /** Asks a host by a proxy, behind which stands a server. */
  private Outcome outcomeByProxy(String host, SSLContext context) throws Exception {
    ProxySelector direct = ProxySelector.getDefault();
    try (ServerSocket proxy = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      ProxySelector.setDefault(
          ProxySelector.of(
              new InetSocketAddress(InetAddress.getLoopbackAddress(), proxy.getLocalPort())));
      try (HttpFetch fetch = client.open()) {
        URI uri = URI.create("https://" + host + "/");
        CompletableFuture<Outcome> outcome =
            fetch.send(HttpRequest.newBuilder(uri).build(), Duration.ofSeconds(10), 100);
        try (Socket tunnel = proxy.accept()) {
          assertTrue(
              SocketServer.head(tunnel.getInputStream()).startsWith("CONNECT " + host + ":443 "));
          SocketServer.write(tunnel.getOutputStream(), "HTTP/1.1 200 OK\r\n\r\n");
          serve(tunnel, host, context);
        } catch (IOException handshakeFailed) {
          return outcome.join();
        }
        return outcome.join();
      }
    } finally {
      ProxySelector.setDefault(direct);
    }
  }

  private static void serve(Socket tunnel, String host, SSLContext context) throws IOException {
    InputStream consumed = InputStream.nullInputStream();
    SSLSocket server = (SSLSocket) context.getSocketFactory().createSocket(tunnel, consumed, true);
    SSLParameters parameters = server.getSSLParameters();
    parameters.setSNIMatchers(List.of(SNIHostName.createSNIMatcher(host.replace(".", "\\."))));
    server.setSSLParameters(parameters);
    assertNotEquals(-1, server.getInputStream().read());
    List<SNIServerName> named =
        ((ExtendedSSLSession) server.getSession()).getRequestedServerNames();
    assertEquals(List.of(new SNIHostName(host)), named);
    SocketServer.write(server.getOutputStream(), response("200 OK", "x"));
  }

  @Test
  @Attack("K19")
  void serverBehindAProxyIsToldTheHostAndTakenWithACertificateForIt() throws Exception {
    assertInstanceOf(
        Answer.class, outcomeByProxy("idp.example", authority.serving("idp.example", LATER)));
  }

  @Test
  @Attack("K19")
  void serverBehindAProxyIsRefusedWithoutACertificateForTheHost() throws Exception {
    assertNoConnection(outcomeByProxy("idp.example", authority.serving("other.example", LATER)));
    assertNoConnection(
        outcomeByProxy("idp.example", TestAuthority.servingSelfSigned("idp.example")));
  }

  @Test
  @Attack("K19")
  void tls10IsRefused() throws Exception {
    ServerSocket plain = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
    assertNoConnection(outcome(plain, HexFormat.of().parseHex(TLS_1_0_HELLO)));
  }
}
