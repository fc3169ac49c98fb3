package co.tambo.auth.internal.http;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.util.Arrays;

/** The IANA special-purpose address registries (RFC 6890), as far as they matter to a client. */
final class Addresses {

  private static final byte[] NAT64 = {0, 0x64, (byte) 0xff, (byte) 0x9b, 0, 0, 0, 0, 0, 0, 0, 0};

  private Addresses() {}

  /** Returns whether an address is one of the public internet. */
  static boolean isPublic(InetAddress address) {
    byte[] bytes = address.getAddress();
    return address instanceof Inet4Address ? isPublicV4(bytes, 0) : isPublicV6(bytes);
  }

  private static boolean isPublicV4(byte[] bytes, int at) {
    int first = bytes[at] & 0xff;
    int second = bytes[at + 1] & 0xff;
    return switch (first) {
      case 0, 10, 127 -> false;
      case 100 -> second < 64 || second > 127;
      case 169 -> second != 254;
      case 172 -> second < 16 || second > 31;
      case 192 -> second != 168 && !(second == 0 && bytes[at + 2] == 0);
      case 198 -> second != 18 && second != 19;
      default -> first < 224;
    };
  }

  private static boolean isPublicV6(byte[] bytes) {
    if (Arrays.equals(bytes, 0, NAT64.length, NAT64, 0, NAT64.length)) {
      return isPublicV4(bytes, NAT64.length);
    }
    return isGlobalUnicast(bytes) && !is6to4(bytes) && !isTeredo(bytes);
  }

  private static boolean isGlobalUnicast(byte[] bytes) {
    return (bytes[0] & 0xe0) == 0x20;
  }

  private static boolean is6to4(byte[] bytes) {
    return bytes[0] == 0x20 && bytes[1] == 0x02;
  }

  private static boolean isTeredo(byte[] bytes) {
    return bytes[0] == 0x20 && bytes[1] == 0x01 && bytes[2] == 0 && bytes[3] == 0;
  }
}
