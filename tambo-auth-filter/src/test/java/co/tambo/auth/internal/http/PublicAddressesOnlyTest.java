package co.tambo.auth.internal.http;

import static co.tambo.auth.internal.http.SocketServer.ok;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import co.tambo.auth.internal.http.HttpFetch.Answer;
import co.tambo.auth.internal.http.HttpFetch.Cause;
import co.tambo.auth.internal.http.HttpFetch.Failure;
import co.tambo.auth.internal.http.HttpFetch.Outcome;
import co.tambo.auth.parts.Attack;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ProxySelector;
import java.net.URI;
import java.net.UnknownHostException;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(30)
class PublicAddressesOnlyTest {

  private static final Duration LONG = Duration.ofSeconds(20);
  private static final Answer ANSWER =
      new Answer(200, HttpHeaders.of(Map.of(), (name, value) -> true), new byte[0]);

  private final AtomicInteger sentByProxy = new AtomicInteger();
  private final ProxySelector before = ProxySelector.getDefault();

  @AfterEach
  void restoreProxies() {
    ProxySelector.setDefault(before);
  }

  private static Outcome send(HttpFetch fetch, String uri, Duration deadline) {
    return fetch.send(HttpRequest.newBuilder(URI.create(uri)).build(), deadline, 10).join();
  }

  private static Cause failure(HttpFetch fetch, String uri) {
    return assertInstanceOf(Failure.class, send(fetch, uri, LONG)).cause();
  }

  private static String uri(String host, SocketServer server) {
    return "http://" + host + ":" + server.uri("/").getPort() + "/";
  }

  /** The internet as far as these tests go: its addresses, and one of this machine. */
  private HttpFetch resolving(PublicAddressesOnly.Resolver resolver) {
    return new PublicAddressesOnly(
        new HttpFetch() {
          @Override
          public CompletableFuture<Outcome> send(HttpRequest request, Duration deadline, int max) {
            sentByProxy.incrementAndGet();
            return CompletableFuture.completedFuture(ANSWER);
          }

          @Override
          public void close() {}
        },
        resolver,
        address -> Addresses.isPublic(address) || address.equals(InetAddress.getLoopbackAddress()));
  }

  private static InetAddress[] addresses(String... literals) throws UnknownHostException {
    InetAddress[] addresses = new InetAddress[literals.length];
    for (int i = 0; i < literals.length; i++) {
      addresses[i] = InetAddress.getByName(literals[i]);
    }
    return addresses;
  }

  @ParameterizedTest
  @Attack("K04")
  @ValueSource(
      strings = {
        "127.0.0.1",
        "localhost",
        "2130706433",
        "[::1]",
        "[::ffff:127.0.0.1]",
        "[::ffff:7f00:1]",
        "[::127.0.0.1]"
      })
  void thisMachineIsNotReachedInAnySpelling(String host) throws IOException {
    try (SocketServer server = SocketServer.start(ok("x"));
        HttpFetch fetch = HttpFetch.publicAddressesOnly(HttpFetch.create())) {
      assertEquals(Cause.BLOCKED_ADDRESS, failure(fetch, uri(host, server)));
      assertEquals(Cause.BLOCKED_ADDRESS, failure(fetch, "https://" + host + "/"));
      assertEquals(0, server.requests());
    }
  }

  @ParameterizedTest
  @Attack("K04")
  @ValueSource(strings = {"169.254.169.254", "10.0.0.1", "::1", "::ffff:169.254.169.254"})
  void hostThatResolvesToAPrivateAddressIsNotReached(String address) {
    try (HttpFetch fetch = resolving(host -> addresses(address))) {
      assertEquals(Cause.BLOCKED_ADDRESS, failure(fetch, "https://a.example/"));
    }
  }

  /** No other resolver knows the name, so it is the checked address that was connected to. */
  @Test
  @Attack("K04")
  void hostThatPointsElsewhereRightAfterTheCheckIsConnectedToWhereItWasChecked() throws Exception {
    Queue<InetAddress[]> answers =
        new ArrayDeque<>(List.of(addresses("127.0.0.1"), addresses("169.254.169.254")));
    try (SocketServer server = SocketServer.start(ok("x"));
        HttpFetch fetch = resolving(host -> answers.remove())) {
      assertInstanceOf(Answer.class, send(fetch, uri("rebinding.example", server), LONG));
      assertEquals(1, server.requests());
      assertEquals(1, answers.size());
      assertEquals(Cause.BLOCKED_ADDRESS, failure(fetch, uri("rebinding.example", server)));
      assertEquals(1, server.requests());
    }
  }

  @Test
  void everyCallChecksAnewForNoConnectionIsKept() throws IOException {
    AtomicInteger resolved = new AtomicInteger();
    try (SocketServer server = SocketServer.start(ok("x"));
        HttpFetch fetch =
            resolving(
                host -> {
                  resolved.incrementAndGet();
                  return addresses("127.0.0.1");
                })) {
      assertInstanceOf(Answer.class, send(fetch, uri("a.example", server), LONG));
      assertInstanceOf(Answer.class, send(fetch, uri("a.example", server), LONG));
      assertEquals(2, resolved.get());
    }
  }

  @Test
  void nextAddressIsTriedWhereOneRefuses() throws IOException {
    InetAddress[] two = addresses("::1", "127.0.0.1");
    try (SocketServer server = SocketServer.start(ok("x"));
        HttpFetch fetch =
            new PublicAddressesOnly(new CannedFetch(), host -> two, address -> true)) {
      assertInstanceOf(Answer.class, send(fetch, uri("a.example", server), LONG));
    }
  }

  @Test
  @Attack("K04")
  void onePrivateAddressAmongPublicOnesIsEnough() throws IOException {
    try (SocketServer server = SocketServer.start(ok("x"));
        HttpFetch fetch = resolving(host -> addresses("127.0.0.1", "10.0.0.1"))) {
      assertEquals(Cause.BLOCKED_ADDRESS, failure(fetch, uri("a.example", server)));
      assertEquals(0, server.requests());
    }
  }

  @Test
  void proxyConnectsAfterTheAddressesWereChecked() throws UnknownHostException {
    ProxySelector.setDefault(
        ProxySelector.of(InetSocketAddress.createUnresolved("proxy.example", 3128)));
    Queue<InetAddress[]> answers =
        new ArrayDeque<>(List.of(addresses("93.184.215.14"), addresses("10.0.0.1")));
    try (HttpFetch fetch = resolving(host -> answers.remove())) {
      assertEquals(ANSWER, send(fetch, "https://a.example/", LONG));
      assertEquals(Cause.BLOCKED_ADDRESS, failure(fetch, "https://a.example/"));
      assertEquals(1, sentByProxy.get());
    }
  }

  @Test
  void callWithoutAnHttpProxyIsDirect() throws IOException {
    for (@Nullable ProxySelector none : Arrays.asList(null, ProxySelector.of(null))) {
      ProxySelector.setDefault(none);
      try (SocketServer server = SocketServer.start(ok("x"));
          HttpFetch fetch = resolving(host -> addresses("127.0.0.1"))) {
        assertInstanceOf(Answer.class, send(fetch, uri("a.example", server), LONG));
        assertEquals(0, sentByProxy.get());
      }
    }
  }

  @Test
  void unknownHostIsConnect() {
    PublicAddressesOnly.Resolver none =
        host -> {
          throw new UnknownHostException(host);
        };
    try (HttpFetch fetch = resolving(none)) {
      assertEquals(Cause.CONNECT, failure(fetch, "https://a.example/"));
    }
  }

  @Test
  void slowResolverEndsAtTheDeadlineAndNothingIsSent() throws IOException {
    CountDownLatch answered = new CountDownLatch(1);
    PublicAddressesOnly.Resolver slow =
        host -> {
          try {
            answered.await();
          } catch (InterruptedException e) {
            throw new UnknownHostException(host);
          }
          return addresses("127.0.0.1");
        };
    try (SocketServer server = SocketServer.start(ok("x"))) {
      try (HttpFetch fetch = resolving(slow)) {
        Outcome outcome = send(fetch, uri("a.example", server), Duration.ofMillis(200));
        assertEquals(Cause.DEADLINE, assertInstanceOf(Failure.class, outcome).cause());
        answered.countDown();
      }
      assertEquals(0, server.requests());
    }
  }

  @Test
  void callerDoesNotResolve() {
    CompletableFuture<Thread> resolved = new CompletableFuture<>();
    PublicAddressesOnly.Resolver resolver =
        host -> {
          resolved.complete(Thread.currentThread());
          return addresses("10.0.0.1");
        };
    try (HttpFetch fetch = resolving(resolver)) {
      send(fetch, "https://a.example/", LONG);
      assertNotEquals(Thread.currentThread(), resolved.join());
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "0.0.0.0",
        "10.1.2.3",
        "100.64.0.1",
        "100.127.255.255",
        "127.0.0.1",
        "127.9.9.9",
        "169.254.169.254",
        "172.16.0.1",
        "172.31.255.255",
        "192.0.0.192",
        "192.168.1.1",
        "198.18.0.1",
        "224.0.0.1",
        "240.0.0.1",
        "255.255.255.255",
        "::",
        "::1",
        "fe80::1",
        "fec0::1",
        "fc00::1",
        "fd00:ec2::254",
        "ff02::1",
        "::ffff:127.0.0.1",
        "::ffff:169.254.169.254",
        "::127.0.0.1",
        "64:ff9b::a00:1",
        "64:ff9b:1::1",
        "2002:7f00:1::",
        "2001:0:4136:e378:8000:63bf:3fff:fdd2"
      })
  void addressIsNotPublic(String literal) throws UnknownHostException {
    assertFalse(Addresses.isPublic(InetAddress.getByName(literal)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "8.8.8.8",
        "100.63.255.255",
        "100.128.0.1",
        "169.253.0.1",
        "172.15.0.1",
        "172.32.0.1",
        "192.0.1.1",
        "192.167.0.1",
        "198.20.0.1",
        "223.255.255.255",
        "2606:4700::1111",
        "2001:4860:4860::8888",
        "64:ff9b::808:808"
      })
  void addressIsPublic(String literal) throws UnknownHostException {
    assertTrue(Addresses.isPublic(InetAddress.getByName(literal)));
  }
}
