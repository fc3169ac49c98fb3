package co.tambo.auth.internal.http;

import java.net.InetAddress;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;

/**
 * Outgoing calls, each under a deadline that covers all of it, the body included. No cookies, no
 * redirects, no stored credentials, no compression; a JVM's proxy settings hold. Thread-safe.
 */
public interface HttpFetch extends AutoCloseable {

  /** What came of a call. */
  sealed interface Outcome {}

  /** An answer, read to its end. */
  @SuppressWarnings("ArrayRecordComponent") // answers are read once, never compared
  record Answer(int status, HttpHeaders headers, byte[] body) implements Outcome {}

  /**
   * No answer.
   *
   * @param cause the kind of failure
   * @param detail what happened, for the log; holds nothing of the request but its host
   */
  record Failure(Cause cause, String detail) implements Outcome {}

  /** The kinds of failure. */
  enum Cause {
    /** No connection: refused, no such host, TLS. No byte was answered. */
    CONNECT,
    /** The host resolves to an address that the configuration blocks. */
    BLOCKED_ADDRESS,
    /** The connection ended before any byte of an answer. */
    NO_ANSWER,
    /** The deadline passed. */
    DEADLINE,
    /** The body is longer than the limit. */
    TOO_LARGE,
    /** Anything else, after the answer had begun, or because this was closed. */
    BROKEN
  }

  /**
   * Sends a request. Redirects are answers, never followed. The future never fails and always
   * completes by the deadline, or at once when this is closed; cancelling it ends the call.
   *
   * @param deadline for the whole call
   * @param maxBytes the longest body that is read
   */
  CompletableFuture<Outcome> send(HttpRequest request, Duration deadline, int maxBytes);

  /**
   * Ends every call under way and lets go of threads and connections; later calls fail at once.
   * Before JDK 21 the JDK's own selector thread ends with the next garbage collection.
   */
  @Override
  void close();

  /** Returns a new client; the one place that creates one. */
  static HttpFetch create() {
    return new JdkHttpFetch();
  }

  /**
   * Returns a client that sends only to hosts all of whose addresses are public: not loopback,
   * link-local, private, shared (RFC 6598), unique-local, multicast, reserved, nor any of these in
   * an IPv6 form. Each call resolves its host once and connects to an address that it has checked.
   *
   * <p>Where the JVM has an HTTP proxy for an address, the addresses are checked too, but it is the
   * proxy that resolves and connects.
   *
   * @param byProxy what sends by a proxy; closed with this one
   */
  static HttpFetch publicAddressesOnly(HttpFetch byProxy) {
    return new PublicAddressesOnly(byProxy, InetAddress::getAllByName, Addresses::isPublic);
  }
}
