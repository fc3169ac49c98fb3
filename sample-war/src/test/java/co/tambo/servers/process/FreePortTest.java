package co.tambo.servers.process;

import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import org.junit.jupiter.api.Test;

class FreePortTest {

  @Test
  void isNoneOfOutgoingConnections() {
    int port = FreePort.any();
    assertTrue(port >= 20_000 && port < 30_000, () -> "port " + port);
  }

  @Test
  void isAnotherOneEachTime() {
    assertNotEquals(FreePort.any(), FreePort.any());
  }

  @Test
  void isOneThatNobodyListensOn() throws IOException {
    int next = FreePort.any() + 1;
    try (ServerSocket taken = new ServerSocket(next, 1, InetAddress.getLoopbackAddress())) {
      assertNotEquals(taken.getLocalPort(), FreePort.any());
    }
  }
}
