package co.tambo.auth.servlet;

import static org.junit.jupiter.api.Assertions.assertEquals;

import co.tambo.auth.testing.FakeIssuer;
import jakarta.servlet.DispatcherType;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.EnumSet;
import java.util.Map;
import org.eclipse.jetty.ee10.servlet.FilterHolder;
import org.eclipse.jetty.ee10.servlet.ServletContextHandler;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.junit.jupiter.api.Test;

/** A token that differs in case alone from the one before it on the same connection, on Jetty. */
class JettyHeaderCacheTest {

  private static Server server(FakeIssuer issuer, int cacheSize) {
    FilterHolder filter = new FilterHolder(new TamboAuthFilter());
    filter.setInitParameters(
        Map.of("tambo.issuer", issuer.issuer(), "tambo.audience", FakeIssuer.AUDIENCE));
    ServletContextHandler context = new ServletContextHandler("/");
    context.addFilter(filter, "/*", EnumSet.of(DispatcherType.REQUEST));
    context.addServlet(Page.text("me"), "/me");
    HttpConfiguration http = new HttpConfiguration();
    http.setHeaderCacheSize(cacheSize);
    Server server = new Server();
    ServerConnector connector = new ServerConnector(server, new HttpConnectionFactory(http));
    connector.setHost("127.0.0.1");
    server.addConnector(connector);
    server.setHandler(context);
    return server;
  }

  /** Returns the answers to a good token and to an altered one on one connection. */
  private static String answers(int cacheSize) throws Exception {
    try (FakeIssuer issuer = FakeIssuer.start()) {
      String good = issuer.token("alice").text();
      Server server = server(issuer, cacheSize);
      server.start();
      int port = ((ServerConnector) server.getConnectors()[0]).getLocalPort();
      try (Socket connection = new Socket(InetAddress.getLoopbackAddress(), port)) {
        return status(good, connection)
            + " "
            + status(good.replaceFirst("^eyJh", "eyJH"), connection);
      } finally {
        server.stop();
      }
    }
  }

  private static String status(String token, Socket connection) throws IOException {
    String request = "HEAD /me HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer " + token + "\r\n\r\n";
    connection.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
    InputStream answer = connection.getInputStream();
    String status = line(answer).split(" ", -1)[1];
    String line = line(answer);
    while (!line.isEmpty()) {
      line = line(answer);
    }
    return status;
  }

  private static String line(InputStream answer) throws IOException {
    StringBuilder line = new StringBuilder();
    for (int next = answer.read(); next != '\n' && next >= 0; next = answer.read()) {
      line.append((char) next);
    }
    return line.toString().strip();
  }

  @Test
  void isRefusedWithTheSettingThatThePageOfJettyNames() throws Exception {
    assertEquals("200 401", answers(0));
  }

  /** When this fails, the page of Jetty can be shorter. */
  @Test
  void isStillReadAsTheOneBeforeWithout() throws Exception {
    assertEquals("200 200", answers(1024));
  }
}
