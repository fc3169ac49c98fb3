package co.tambo.auth.internal.http;

import java.net.InetAddress;
import java.net.UnknownHostException;

/** The ways a request is sent, which keep one contract. */
enum Client {
  JDK {
    @Override
    HttpFetch open() {
      return HttpFetch.create();
    }
  },
  CHECKED_ADDRESSES {
    @Override
    HttpFetch open() {
      return new PublicAddressesOnly(HttpFetch.create(), Client::resolve, any -> true);
    }
  };

  abstract HttpFetch open();

  /** Names of examples stand for this machine. */
  private static InetAddress[] resolve(String host) throws UnknownHostException {
    return host.endsWith(".example")
        ? new InetAddress[] {InetAddress.getLoopbackAddress()}
        : InetAddress.getAllByName(host);
  }
}
