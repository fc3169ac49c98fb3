package co.tambo.servers.process;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Ports of loopback. They are none of those that a system gives to outgoing connections, one of
 * which might take the port before a server does, or while the server is stopped.
 */
public final class FreePort {

  private static final int FIRST = 20_000;
  private static final int COUNT = 10_000;

  private static final AtomicInteger NEXT =
      new AtomicInteger(ThreadLocalRandom.current().nextInt(COUNT));

  private FreePort() {}

  /** Returns a port of 127.0.0.1 that nobody listens on now, another one each time. */
  public static int any() {
    for (int tries = 0; tries < COUNT; tries++) {
      int port = FIRST + Math.floorMod(NEXT.getAndIncrement(), COUNT);
      if (isFree(port)) {
        return port;
      }
    }
    throw new IllegalStateException("somebody listens on every port from " + FIRST);
  }

  private static boolean isFree(int port) {
    try (ServerSocket socket =
        new ServerSocket(port, 1, InetAddress.getByAddress(new byte[] {127, 0, 0, 1}))) {
      return socket.isBound();
    } catch (IOException taken) {
      return false;
    }
  }
}
