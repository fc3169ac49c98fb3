package co.tambo.auth.servlet;

import static org.junit.jupiter.api.Assertions.assertEquals;

import co.tambo.auth.parts.Attack;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class RequestSequenceTest {

  private static final int REQUESTS = 10_000;

  /** Each token meets each way, of which one is asynchronous and two end in an error. */
  private static final String[][] WAYS = {
    {"/optional/me", "REQUEST "},
    {"/optional/async-wrapper", "ASYNC "},
    {"/optional/fail?how=status", "ERROR "},
    {"/optional/fail?how=exception", "ERROR "},
  };

  @Test
  @Attack("C01")
  void noIdentityIsCarriedOverOnAConnection() throws Exception {
    try (Site site = Site.start(Pages::serve);
        Socket socket = new Socket(InetAddress.getLoopbackAddress(), site.port())) {
      socket.setTcpNoDelay(true);
      BufferedReader answers =
          new BufferedReader(
              new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII));
      String[] tokens = {site.token("alice"), "", site.token("bob")};
      String[] expected = {"alice identified", "nobody unauthenticated", "bob identified"};
      for (int i = 0; i < REQUESTS; i++) {
        String[] way = WAYS[i % WAYS.length];
        socket.getOutputStream().write(request(way[0], tokens[i % 3]));
        assertEquals(way[1] + expected[i % 3], body(answers));
      }
    }
  }

  private static byte[] request(String target, String token) {
    String authorization = token.isEmpty() ? "" : "Authorization: Bearer " + token + "\r\n";
    return ("GET " + target + " HTTP/1.1\r\nHost: a\r\n" + authorization + "\r\n")
        .getBytes(StandardCharsets.US_ASCII);
  }

  private static String body(BufferedReader answers) throws IOException {
    int length = 0;
    for (String line = answers.readLine(); !line.isEmpty(); line = answers.readLine()) {
      if (line.startsWith("Content-Length: ")) {
        length = Integer.parseInt(line.substring("Content-Length: ".length()));
      }
    }
    char[] body = new char[length];
    for (int read = 0; read < length; ) {
      read += answers.read(body, read, length - read);
    }
    return new String(body);
  }
}
