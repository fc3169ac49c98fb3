package co.tambo.auth.internal.http;

import static co.tambo.auth.internal.http.SocketServer.ok;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import co.tambo.auth.parts.Attack;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.net.http.HttpRequest;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@Timeout(30)
@ParameterizedClass
@EnumSource(Client.class)
class HttpThreadsTest {

  private static final Duration LONG = Duration.ofSeconds(20);

  private final Set<Thread> before = Thread.getAllStackTraces().keySet();
  private final Client client;

  HttpThreadsTest(Client client) {
    this.client = client;
  }

  private List<Thread> started(String prefix) {
    return Thread.getAllStackTraces().keySet().stream()
        .filter(thread -> !before.contains(thread) && thread.getName().startsWith(prefix))
        .toList();
  }

  /** One that ends may have given its last piece of work to a new one. */
  private void joinAll(String prefix) throws InterruptedException {
    for (List<Thread> alive = started(prefix); !alive.isEmpty(); alive = started(prefix)) {
      alive.get(0).join();
    }
  }

  private static void call(HttpFetch fetch) throws IOException {
    try (SocketServer server = SocketServer.start(ok("x"))) {
      fetch.send(HttpRequest.newBuilder(server.uri("/")).build(), LONG, 10).join();
    }
  }

  @Test
  void unusedClientHasNoThreadOfOurs() {
    try (HttpFetch fetch = client.open()) {
      assertFalse(fetch.toString().isEmpty());
      assertEquals(List.of(), started("tambo-auth"));
    }
  }

  @Test
  void threadsAreDaemonsOfOurOwnLoader() throws IOException {
    try (HttpFetch fetch = client.open()) {
      call(fetch);
      List<Thread> threads = started("tambo-auth-http");
      assertFalse(threads.isEmpty());
      assertTrue(threads.stream().allMatch(Thread::isDaemon));
      assertEquals(
          Set.of(HttpFetch.class.getClassLoader()),
          threads.stream().map(Thread::getContextClassLoader).collect(Collectors.toSet()));
    }
  }

  @Test
  void threadsOfAnIdleClientEnd() throws Exception {
    try (HttpFetch fetch = client.open()) {
      call(fetch);
      joinAll("tambo-auth-http");
      assertEquals(List.of(), started("tambo-auth-http"));
    }
  }

  @Test
  @Attack("L03")
  void closedClientHasNoThreadOfOurs() throws IOException {
    HttpFetch fetch = client.open();
    call(fetch);
    fetch.close();
    assertEquals(List.of(), started("tambo-auth"));
  }

  @Test
  @Attack("L03")
  void selectorOfTheJdkEndsAfterClose() throws Exception {
    HttpFetch fetch = client.open();
    call(fetch);
    List<Thread> selectors = started("HttpClient-");
    assertEquals(1, selectors.size());
    fetch.close();
    while (selectors.get(0).isAlive()) {
      System.gc();
      selectors.get(0).join(100);
    }
  }

  @Test
  @Attack("L03")
  void selectorOfTheJdkDoesNotKeepTheApplicationsLoader() throws Exception {
    ClassLoader mine = Thread.currentThread().getContextClassLoader();
    try (URLClassLoader application = new URLClassLoader(new URL[0], mine)) {
      Thread.currentThread().setContextClassLoader(application);
      try (HttpFetch fetch = client.open()) {
        call(fetch);
        started("HttpClient-")
            .forEach(thread -> assertNotSame(application, thread.getContextClassLoader()));
      }
    } finally {
      Thread.currentThread().setContextClassLoader(mine);
    }
  }
}
