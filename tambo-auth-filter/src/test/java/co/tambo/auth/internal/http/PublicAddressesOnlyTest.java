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
import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.time.Duration;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(30)
class PublicAddressesOnlyTest {

  private static final Duration LONG = Duration.ofSeconds(20);
  private static final Answer ANSWER =
      new Answer(200, HttpHeaders.of(Map.of(), (name, value) -> true), new byte[0]);

  private final AtomicInteger sent = new AtomicInteger();

  private static Outcome send(HttpFetch fetch, String uri, Duration deadline) {
    return fetch.send(HttpRequest.newBuilder(URI.create(uri)).build(), deadline, 10).join();
  }

  private HttpFetch resolving(PublicAddressesOnly.Resolver resolver) {
    return new PublicAddressesOnly(
        new HttpFetch() {
          @Override
          public CompletableFuture<Outcome> send(HttpRequest request, Duration deadline, int max) {
            sent.incrementAndGet();
            return CompletableFuture.completedFuture(ANSWER);
          }

          @Override
          public void close() {}
        },
        resolver);
  }

  private static InetAddress[] addresses(String... literals) throws UnknownHostException {
    InetAddress[] addresses = new InetAddress[literals.length];
    for (int i = 0; i < literals.length; i++) {
      addresses[i] = InetAddress.getByName(literals[i]);
    }
    return addresses;
  }

  @Test
  void loopbackServerIsNotReached() throws IOException {
    try (SocketServer server = SocketServer.start(ok("x"));
        HttpFetch fetch = HttpFetch.publicAddressesOnly(HttpFetch.create())) {
      Outcome outcome = send(fetch, server.uri("/").toString(), LONG);
      assertEquals(Cause.BLOCKED_ADDRESS, assertInstanceOf(Failure.class, outcome).cause());
      assertEquals(0, server.requests());
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"https://2130706433/", "https://[::ffff:127.0.0.1]/"})
  void otherSpellingOfAPrivateAddressIsNotReached(String uri) {
    try (HttpFetch fetch = resolving(InetAddress::getAllByName)) {
      Outcome outcome = send(fetch, uri, LONG);
      assertInstanceOf(Failure.class, outcome);
      assertEquals(0, sent.get());
    }
  }

  @Test
  void hostThatPointsElsewhereTheNextTimeIsCheckedAnew() throws UnknownHostException {
    Iterator<InetAddress[]> answers =
        List.of(addresses("93.184.215.14"), addresses("169.254.169.254")).iterator();
    try (HttpFetch fetch = resolving(host -> answers.next())) {
      assertEquals(ANSWER, send(fetch, "https://a.example/", LONG));
      Outcome outcome = send(fetch, "https://a.example/", LONG);
      assertEquals(Cause.BLOCKED_ADDRESS, assertInstanceOf(Failure.class, outcome).cause());
      assertEquals(1, sent.get());
    }
  }

  @Test
  void publicHostIsSentTo() {
    try (HttpFetch fetch = resolving(host -> addresses("93.184.215.14", "2606:2800::1"))) {
      assertEquals(ANSWER, send(fetch, "https://a.example/", LONG));
    }
  }

  @Test
  void onePrivateAddressAmongPublicOnesIsEnough() {
    try (HttpFetch fetch = resolving(host -> addresses("93.184.215.14", "10.0.0.1"))) {
      Outcome outcome = send(fetch, "https://a.example/", LONG);
      assertEquals(Cause.BLOCKED_ADDRESS, assertInstanceOf(Failure.class, outcome).cause());
      assertEquals(0, sent.get());
    }
  }

  @Test
  void unknownHostIsConnect() {
    PublicAddressesOnly.Resolver none =
        host -> {
          throw new UnknownHostException(host);
        };
    try (HttpFetch fetch = resolving(none)) {
      Outcome outcome = send(fetch, "https://a.example/", LONG);
      assertEquals(Cause.CONNECT, assertInstanceOf(Failure.class, outcome).cause());
    }
  }

  @Test
  void slowResolverEndsAtTheDeadlineAndNothingIsSent() {
    CountDownLatch answered = new CountDownLatch(1);
    PublicAddressesOnly.Resolver slow =
        host -> {
          try {
            answered.await();
          } catch (InterruptedException e) {
            throw new UnknownHostException(host);
          }
          return addresses("93.184.215.14");
        };
    try (HttpFetch fetch = resolving(slow)) {
      Outcome outcome = send(fetch, "https://a.example/", Duration.ofMillis(200));
      assertEquals(Cause.DEADLINE, assertInstanceOf(Failure.class, outcome).cause());
      answered.countDown();
    }
    assertEquals(0, sent.get());
  }

  @Test
  void callerDoesNotResolve() {
    CompletableFuture<Thread> resolved = new CompletableFuture<>();
    PublicAddressesOnly.Resolver resolver =
        host -> {
          resolved.complete(Thread.currentThread());
          return addresses("93.184.215.14");
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

  @ParameterizedTest
  @CsvSource({"0,true", "' 0 ',true", "30,false", "-1,false", ",false"})
  void cacheIsOffAtZero(String timeToLive, boolean off) {
    assertEquals(off, AddressCache.isZero(timeToLive));
  }
}
